package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.bench.world.Matricule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.service.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WS_INS3, whose contract is assumed: nothing here judges an LPS, and none of the rules drawn from
 * the WSDL of the searches is applied to it.
 */
final class VerificationChecks {
  private static final String BODY = "/Envelope/Body/VERIFIERINS/IndividuVerifie/";

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T05-20",
                  RuleSource.SUPPOSE,
                  "4 (A : contrat supposé)",
                  "Le corps d'une vérification suit la structure supposée par Socle.",
                  "INSI-T05"),
              BodyChecks.schema(
                  "la structure supposée de WS_INS3",
                  "Si votre contrat d'INSi dit autre chose, suivez-le. Sinon corrigez.")),
          Check.of(
              rule(
                  "INSI-T05-21",
                  RuleSource.SUPPOSE,
                  "4 (S:13 ; A : contrat supposé)",
                  "Une vérification donne matricule, clé, OID, nom, prénoms, sexe et date.",
                  "INSI-T05"),
              on(VerificationChecks::complete)),
          Check.of(
              rule(
                  "INSI-T10-1",
                  RuleSource.SUPPOSE,
                  "7 (A : cas 2.08) et 4 (A : contrat supposé)",
                  "Un INS dont la clé est fausse n'est pas présenté à la vérification.",
                  "INSI-T10"),
              on(VerificationChecks::key)),
          Check.of(
              rule(
                  "INSI-T05-22",
                  RuleSource.SUPPOSE,
                  "4 (S:13 ; A : contrat supposé)",
                  "Une vérification tient dans les tailles vues chez un intermédiaire : OID 32, nom"
                      + " 80, prénom 61, date 10, lieu 5 caractères.",
                  "INSI-T05"),
              on(VerificationChecks::sizes)),
          Check.of(
              rule(
                  "INSI-T05-23",
                  RuleSource.SUPPOSE,
                  "5.1 (S:8, S:10, S:15) et 4 (A : contrat supposé)",
                  "L'OID présenté à la vérification est celui d'un INS.",
                  "INSI-T05"),
              on(VerificationChecks::authority)));

  // insi.md 5.1 (S:8, S:9, S:15): of a number, while waiting for one, of tests, of demonstrations
  private static final Set<String> INS =
      Set.of(
          "1.2.250.1.213.1.4.8",
          "1.2.250.1.213.1.4.9",
          "1.2.250.1.213.1.4.10",
          "1.2.250.1.213.1.4.11");

  private VerificationChecks() {}

  private static Check.Judge<InsiCall> on(BodyChecks.OnCriteria<Verification> rule) {
    return BodyChecks.on(request -> Optional.ofNullable(request.verification()), rule);
  }

  private static void complete(Verification asked, Findings findings) {
    Map<String, @Nullable String> parts = new LinkedHashMap<>();
    parts.put("INSFourni/IdIndividu/NumIdentifiant", asked.number());
    parts.put("INSFourni/IdIndividu/Cle", asked.key());
    parts.put("INSFourni/OID", asked.oid());
    parts.put("TraitsIdentiteIndividu/NomNaissance", asked.birthName());
    parts.put(
        "TraitsIdentiteIndividu/ListePrenom",
        asked.firstNameList() == null ? asked.firstName() : asked.firstNameList());
    parts.put("TraitsIdentiteIndividu/Sexe", asked.sex());
    parts.put("TraitsIdentiteIndividu/DateNaissance", asked.birthDate());
    parts.forEach(
        (path, value) -> {
          if (value == null || value.isBlank()) {
            findings.add(
                BODY + path,
                "une valeur",
                shown(value),
                "Remplissez " + path + " : une vérification compare un INS entier à ses traits.");
          }
        });
  }

  private static void key(Verification asked, Findings findings) {
    if (asked.number() == null || asked.key() == null) {
      return;
    }
    String key = asked.key();
    Matricule.problem(asked.number(), key)
        .ifPresent(
            problem ->
                findings.add(
                    BODY + "INSFourni/IdIndividu/Cle",
                    "un matricule et sa clé",
                    asked.number() + " " + key,
                    "Contrôlez la clé d'un matricule reçu avant de vous en servir. " + problem));
  }

  private static void sizes(Verification asked, Findings findings) {
    atMost(32, "INSFourni/OID", asked.oid(), findings);
    atMost(80, "TraitsIdentiteIndividu/NomNaissance", asked.birthName(), findings);
    atMost(61, "TraitsIdentiteIndividu/Prenom", asked.firstName(), findings);
    atMost(10, "TraitsIdentiteIndividu/DateNaissance", asked.birthDate(), findings);
    atMost(5, "TraitsIdentiteIndividu/LieuNaissance", asked.birthPlace(), findings);
  }

  private static void atMost(int size, String path, @Nullable String value, Findings findings) {
    if (value != null && value.length() > size) {
      findings.add(
          BODY + path,
          size + " caractères au plus",
          value.length() + " caractères",
          "Raccourcissez " + path + ", si votre contrat d'INSi donne cette taille.");
    }
  }

  private static void authority(Verification asked, Findings findings) {
    String oid = asked.oid();
    if (oid != null && !oid.isBlank() && !INS.contains(oid.strip())) {
      findings.add(
          BODY + "INSFourni/OID",
          "1.2.250.1.213.1.4.8, .9, .10 ou .11",
          oid,
          "Ne faites vérifier qu'un INS : ni un INS-C, ni un numéro de sécurité sociale.");
    }
  }
}
