package fr.socle.insi.check;

import static fr.socle.insi.check.AssertionChecks.T04;
import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.JudgedAssertions.onPsc;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.SamlAssertion;
import fr.socle.insi.service.Control;
import java.util.List;

/** INSI-T04: the assertion of a professional by Pro Santé Connect, and the token beside it. */
final class PscAssertionChecks {
  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T04-20",
                  // Second-hand and not numbered: the weaker source.
                  RuleSource.VU,
                  "2.3 (S:6, de seconde main)",
                  "L'assertion de Pro Santé Connect n'est pas signée.",
                  T04),
              onPsc(PscAssertionChecks::unsigned)),
          Check.of(
              rule(
                  "INSI-T04-21",
                  RuleSource.VU,
                  "2.3 (S:6, de seconde main)",
                  "L'assertion de Pro Santé Connect porte identifiantFacturation.",
                  T04),
              onPsc(
                  (assertion, call, findings) ->
                      StatementChecks.attribute(
                          assertion,
                          "identifiantFacturation",
                          "Ajoutez l'attribut identifiantFacturation à l'assertion.",
                          findings))),
          Check.of(
              rule(
                  "INSI-T04-22",
                  // The sheet lists it for everybody, and for a card for physicians only: that
                  // every
                  // professional has one is assumed.
                  RuleSource.SUPPOSE,
                  "2.3 (S:6, de seconde main ; A : pour toute profession)",
                  "L'assertion de Pro Santé Connect porte codeSpecialiteAMO.",
                  T04),
              onPsc(
                  (assertion, call, findings) ->
                      StatementChecks.attribute(
                          assertion,
                          "codeSpecialiteAMO",
                          "Ajoutez l'attribut codeSpecialiteAMO si le professionnel en a un.",
                          findings))),
          Check.of(
              rule(
                  "INSI-T04-23",
                  RuleSource.SUPPOSE,
                  "2.3 (A : transport du jeton inconnu)",
                  "Un appel par Pro Santé Connect joint le jeton dans Authorization.",
                  T04),
              onPsc(PscAssertionChecks::token)),
          Check.of(
              rule(
                  "INSI-T04-24",
                  RuleSource.SUPPOSE,
                  "2.3 (A : contrôle du jeton inconnu)",
                  "Le jeton joint est valable, et du professionnel que nomme l'assertion.",
                  T04),
              onPsc(PscAssertionChecks::goodToken)),
          Check.of(
              rule(
                  "INSI-T04-28",
                  // Whether the holder has several professions is not seen in a call.
                  RuleSource.VU,
                  "2.3 (S:6, de seconde main)",
                  "gipProfessionCode, s'il est donné, nomme une profession.",
                  T04),
              onPsc(PscAssertionChecks::profession)));

  private PscAssertionChecks() {}

  private static void unsigned(SamlAssertion assertion, InsiCall call, Findings findings) {
    if (assertion.signature() != null) {
      findings.add(
          assertion.signature().element().path(),
          "aucune signature",
          "Signature",
          "Ne signez pas l'assertion dont NameQualifier vaut PSC ; si une carte la signe, mettez"
              + " le type de la carte.");
    }
  }

  private static void token(SamlAssertion assertion, InsiCall call, Findings findings) {
    if (call.request().token() == null) {
      findings.add(
          "Authorization",
          "Bearer et le jeton d'accès de Pro Santé Connect",
          "absent",
          "Joignez le jeton d'accès de Pro Santé Connect, si votre documentation d'INSi le veut.");
    }
  }

  private static void goodToken(SamlAssertion assertion, InsiCall call, Findings findings) {
    String failed = call.outcome().failed().get(Control.JETON);
    if (failed != null && call.request().token() != null) {
      findings.add(
          "Authorization",
          "un jeton en cours, du professionnel " + assertion.nameId(),
          failed,
          "Joignez le jeton d'accès de l'utilisateur, renouvelé avant l'appel s'il a expiré.");
    }
  }

  private static void profession(SamlAssertion assertion, InsiCall call, Findings findings) {
    if (assertion.attribute("gipProfessionCode").filter(String::isBlank).isPresent()) {
      findings.add(
          assertion.element().path() + "/AttributeStatement/gipProfessionCode",
          "le code de la profession exercée",
          "vide",
          "Donnez dans gipProfessionCode la profession choisie par qui en a plusieurs ; sinon,"
              + " retirez l'attribut.");
    }
  }
}
