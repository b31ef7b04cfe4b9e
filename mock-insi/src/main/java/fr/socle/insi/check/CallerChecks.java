package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.OrganisationCertificate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** INSI-T03: who calls. The rules on certificates need a listener that asks for one. */
final class CallerChecks {
  private static final String T02 = "INSI-T02";
  private static final String T03 = "INSI-T03";
  private static final String AUTHORITY = "AC IGC-SANTE ELEMENTAIRE ORGANISATIONS";
  private static final Set<String> NAMES = Set.of("INSI-AUTO", "INSI-MANU");

  static final List<Check<InsiCall>> EVERY_OPERATION =
      List.of(
          Check.of(
              rule(
                  "INSI-T03-1",
                  RuleSource.VU,
                  "2.3 (S:2, S:3)",
                  "Emetteur est l'OU du certificat présenté.",
                  T03),
              CallerChecks::sender),
          Check.of(
              rule(
                  "INSI-T03-2",
                  RuleSource.VU,
                  "2.2 (S:2)",
                  "Le certificat a pour CN INSI-AUTO ou INSI-MANU.",
                  T03),
              CallerChecks::commonName),
          Check.of(
              rule(
                  "INSI-T03-4",
                  RuleSource.VU,
                  "2.2 (S:2)",
                  "Le certificat est émis par l'autorité élémentaire des organisations de"
                      + " l'IGC-Santé, ou par son autorité de test.",
                  T03),
              CallerChecks::authority),
          Check.of(
              rule(
                  "INSI-T03-5",
                  RuleSource.VU,
                  "2.2 (S:2, S:3)",
                  "Le certificat porte dans OU l'identifiant de la structure.",
                  T03),
              CallerChecks::unit),
          Check.of(
              rule(
                  "INSI-T03-6",
                  // Of a guide for medical devices, second-hand: seen, not required of an LPS.
                  RuleSource.VU,
                  "5.9 (INS 39, guide public de seconde main)",
                  "Personne ne s'authentifie auprès d'INSi par identifiant et mot de passe.",
                  T03),
              CallerChecks::password));

  static final List<Check<InsiCall>> BY_TRAITS =
      List.of(
          Check.of(
              rule(
                  "INSI-T02-15",
                  RuleSource.VU,
                  "2.3 (S:2, S:3, S:6)",
                  "En mode certificat, l'en-tête Security est absent ou vide.",
                  T02),
              CallerChecks::security));

  private CallerChecks() {}

  private static void sender(CheckedExchange<InsiCall> exchange, Findings findings) {
    OrganisationCertificate certificate = exchange.message().request().certificate();
    if (certificate == null || certificate.organisationUnits().isEmpty()) {
      return;
    }
    List<String> units = certificate.organisationUnits();
    for (Context context : Context.of(exchange.message().request())) {
      if (!units.contains(Objects.toString(context.sender(), ""))) {
        findings.add(
            context.path() + "/Emetteur",
            String.join(" ou ", units) + ", l'OU du certificat présenté",
            shown(context.sender()),
            "Mettez dans Emetteur l'OU de votre certificat.");
      }
    }
  }

  private static void commonName(CheckedExchange<InsiCall> exchange, Findings findings) {
    OrganisationCertificate certificate = exchange.message().request().certificate();
    if (certificate != null && !NAMES.contains(Objects.toString(certificate.commonName(), ""))) {
      findings.add(
          "certificat client, CN du sujet",
          "INSI-AUTO ou INSI-MANU",
          shown(certificate.commonName()),
          "Présentez le certificat d'organisation demandé pour INSi : INSI-AUTO sans utilisateur"
              + " devant l'écran, INSI-MANU sinon.");
    }
  }

  private static void authority(CheckedExchange<InsiCall> exchange, Findings findings) {
    OrganisationCertificate certificate = exchange.message().request().certificate();
    if (certificate != null && !certificate.issuer().contains(AUTHORITY)) {
      findings.add(
          "certificat client, émetteur",
          AUTHORITY,
          certificate.issuer().isEmpty() ? "absent" : certificate.issuer(),
          "Présentez le certificat d'organisation que l'IGC-Santé a délivré pour INSi.");
    }
  }

  private static void unit(CheckedExchange<InsiCall> exchange, Findings findings) {
    OrganisationCertificate certificate = exchange.message().request().certificate();
    if (certificate != null && certificate.organisationUnits().isEmpty()) {
      findings.add(
          "certificat client, OU du sujet",
          "l'identifiant de la structure",
          "absent",
          "Présentez un certificat d'organisation dont l'OU identifie la structure : Emetteur doit"
              + " la reprendre.");
    }
  }

  private static void password(CheckedExchange<InsiCall> exchange, Findings findings) {
    String scheme = exchange.request().headers().first("Authorization").orElse("").strip();
    if (scheme.regionMatches(true, 0, "Basic", 0, "Basic".length())) {
      password("Authorization", "Basic", findings);
    }
    XmlElement security = exchange.message().request().security();
    if (security != null) {
      security.children().stream()
          .filter(CallerChecks::isPassword)
          .forEach(each -> password(each.path(), each.localName(), findings));
    }
  }

  private static void password(String where, String found, Findings findings) {
    findings.add(
        where,
        "un certificat d'organisation, ou l'assertion du professionnel",
        found,
        "Retirez l'identifiant et le mot de passe : INSi reconnaît un certificat ou une carte.");
  }

  private static boolean isPassword(XmlElement block) {
    return block.localName().equals("UsernameToken");
  }

  private static void security(CheckedExchange<InsiCall> exchange, Findings findings) {
    XmlElement security = exchange.message().request().security();
    if (security == null || exchange.message().request().certificate() == null) {
      return;
    }
    // A password is another rule's business.
    security.children().stream()
        .filter(each -> !isPassword(each))
        .findFirst()
        .ifPresent(
            content ->
                findings.add(
                    security.path(),
                    "aucun en-tête Security, ou un en-tête vide",
                    content.localName(),
                    "Retirez "
                        + content.localName()
                        + " de Security : en mode certificat, l'authentification est celle de"
                        + " TLS."));
  }
}
