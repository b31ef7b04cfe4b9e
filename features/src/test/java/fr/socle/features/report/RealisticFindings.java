package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.finding;

import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.RuleSource;
import java.util.List;

/**
 * What the checks find in one scenario of a {@link RealisticRun}.
 *
 * @param base place of the journal before its first exchange
 * @param nonce a public standard is broken in the first exchange
 * @param emetteur a national text is broken in the fourth
 * @param couverture what was only seen somewhere is missing in the fourth
 * @param supposed an assumption does not hold in the fourth
 */
record RealisticFindings(
    long base, Finding nonce, Finding emetteur, Finding couverture, Finding supposed) {
  static final String EMETTEUR_MEND = "Mettez dans Emetteur l'OU du certificat que vous présentez.";
  static final String NONCE_MEND =
      "Envoyez un nonce tiré au hasard dans chaque demande d'autorisation, et vérifiez-le dans l'ID"
          + " token.";

  static RealisticFindings after(long base) {
    Finding nonce =
        new Finding(
            "PSC-RP-04",
            RuleSource.NORME,
            "OpenID Connect Core, 3.1.2.1",
            List.of("PSC/RP-04"),
            base + 1,
            "nonce",
            "une valeur au hasard, nouvelle à chaque connexion",
            "absent",
            NONCE_MEND);
    Finding emetteur =
        finding(
            RuleSource.TEXTE,
            base + 4,
            "/Envelope/Header/ContexteLPS/Emetteur",
            "LPS-DEMO",
            EMETTEUR_MEND);
    Finding couverture =
        finding(
            RuleSource.VU,
            base + 4,
            "/Envelope/Header/ContexteBAM/COUVERTURE",
            "absent",
            "Ajoutez l'élément COUVERTURE, même vide.");
    Finding supposed =
        new Finding(
            "INSI-MSG-02",
            RuleSource.SUPPOSE,
            "insi.md 2.3 (A)",
            List.of("INS/PSC.01"),
            base + 4,
            "/Envelope/Header/MessageID",
            "un identifiant nouveau",
            "déjà reçu",
            "Tirez un MessageID nouveau pour chaque envoi.");
    return new RealisticFindings(base, nonce, emetteur, couverture, supposed);
  }
}
