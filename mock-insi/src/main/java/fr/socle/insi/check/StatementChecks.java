package fr.socle.insi.check;

import static fr.socle.insi.check.AssertionChecks.T04;
import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.JudgedAssertions.onCard;
import static fr.socle.insi.check.JudgedAssertions.onEach;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.CardCertificate;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.SamlAssertion;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/** INSI-T04: what an assertion states of the professional, and what it does not. */
final class StatementChecks {
  private static final List<String> OF_A_VIHF =
      List.of("role", "purposeofuse", "purpose-of-use", "resource-id");

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T04-15",
                  RuleSource.VU,
                  "2.3 (S:2, S:4, S:19)",
                  "L'assertion porte identifiantFacturation.",
                  T04),
              onCard(StatementChecks::billing)),
          Check.of(
              rule(
                  "INSI-T04-16",
                  // The official card sample (S:19) has none: information at most.
                  RuleSource.SUPPOSE,
                  "2.3 (S:2, S:4, S:19)",
                  "L'assertion porte secteurActivite.",
                  T04),
              onCard(StatementChecks::sector)),
          Check.of(
              rule(
                  "INSI-T04-17",
                  RuleSource.VU,
                  "2.3 (S:2, S:4, S:18, S:19)",
                  "L'assertion n'a ni Conditions ni AuthnStatement.",
                  T04),
              onCard(StatementChecks::nothingMore)),
          Check.of(
              rule(
                  "INSI-T04-25",
                  // The official card sample (S:19) has none, of a holder who may be no physician.
                  RuleSource.SUPPOSE,
                  "2.3 (S:6, de seconde main ; S:2, S:5 pour les noms ; absent de S:19)",
                  "L'assertion d'un médecin porte codeSpecialite.",
                  T04),
              onCard(StatementChecks::speciality)),
          Check.of(
              rule(
                  "INSI-T04-26",
                  RuleSource.VU,
                  "2.3 (aucun échantillon d'INSi : S:2, S:4, S:18, S:19)",
                  "L'assertion ne porte pas les attributs d'un VIHF.",
                  T04),
              onEach(StatementChecks::noVihf)));

  private StatementChecks() {}

  private static void billing(SamlAssertion assertion, Findings findings) {
    attribute(
        assertion,
        "identifiantFacturation",
        "Ajoutez l'attribut identifiantFacturation : FINESS ou SIRET d'un établissement, numéro de"
            + " facturation d'un professionnel.",
        findings);
  }

  private static void sector(SamlAssertion assertion, Findings findings) {
    attribute(
        assertion, "secteurActivite", "Ajoutez l'attribut secteurActivite, comme SA07.", findings);
  }

  static void attribute(SamlAssertion assertion, String name, String mend, Findings findings) {
    if (assertion.attribute(name).orElse("").isBlank()) {
      findings.add(
          assertion.element().path() + "/AttributeStatement/" + name,
          "un attribut " + name,
          assertion.attribute(name).isPresent() ? "vide" : "absent",
          mend);
    }
  }

  private static void nothingMore(SamlAssertion assertion, Findings findings) {
    assertion.element().children().stream()
        .filter(each -> List.of("Conditions", "AuthnStatement").contains(each.localName()))
        .forEach(
            each ->
                findings.add(
                    each.path(),
                    "ni Conditions ni AuthnStatement",
                    each.localName(),
                    "Retirez "
                        + each.localName()
                        + " : l'assertion d'INSi n'est pas celle d'un autre service."));
  }

  private static void speciality(SamlAssertion assertion, Findings findings) {
    X509Certificate certificate = CardAssertionChecks.certificate(assertion);
    // Both names were met on the wire (S:2, S:5, S:6).
    boolean stated =
        List.of("codeSpecialite", "codeSpecialiteAMO").stream()
            .anyMatch(name -> !assertion.attribute(name).orElse("").isBlank());
    if (certificate != null && CardCertificate.isOfAPhysician(certificate) && !stated) {
      findings.add(
          assertion.element().path() + "/AttributeStatement/codeSpecialite",
          "le code de spécialité du médecin",
          assertion.attribute("codeSpecialite").map(blank -> "vide").orElse("absent"),
          "Ajoutez l'attribut codeSpecialite à l'assertion d'un médecin, interne compris.");
    }
  }

  private static void noVihf(SamlAssertion assertion, Findings findings) {
    assertion.attributes().stream()
        .map(SamlAssertion.Stated::name)
        .filter(StatementChecks::isOfAVihf)
        .forEach(
            name ->
                findings.add(
                    assertion.element().path() + "/AttributeStatement/" + name,
                    "aucun attribut de VIHF",
                    name,
                    "Retirez " + name + " : l'assertion d'INSi n'est pas le VIHF du DMP."));
  }

  private static boolean isOfAVihf(String name) {
    String last = name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    return OF_A_VIHF.contains(last);
  }
}
