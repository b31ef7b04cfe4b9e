package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;
import static fr.socle.insi.check.JudgedAssertions.onEach;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.AccessMode;
import fr.socle.insi.protocol.AssertionSignature;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiRequest;
import fr.socle.insi.protocol.Saml;
import fr.socle.insi.protocol.SamlAssertion;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** INSI-T04: what every assertion has in common, and the assertion of the professional is there. */
final class AssertionChecks {
  static final String T04 = "INSI-T04";
  private static final String SECURITY = "/Envelope/Header/Security";
  private static final Pattern ID =
      Pattern.compile("_[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final Set<String> TRANSFORMS =
      Set.of(Saml.ENVELOPED, Saml.EXC_C14N, Saml.EXC_C14N + "WithComments");

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T04-1",
                  RuleSource.VU,
                  "2.3 (S:2, S:4)",
                  "Sans certificat d'organisation, Security porte l'assertion du professionnel.",
                  T04),
              AssertionChecks::present),
          Check.of(
              rule(
                  "INSI-T04-2",
                  RuleSource.VU,
                  "2.3 (S:2, S:4) ; SAML 2.0 Core, 2.3.3",
                  "Une assertion a Version=\"2.0\", un ID, un IssueInstant et un Issuer.",
                  T04),
              onEach(AssertionChecks::mandatoryParts)),
          Check.of(
              rule(
                  "INSI-T04-3",
                  RuleSource.VU,
                  "2.3 (S:2, S:4) ; SAML 2.0 Core, 1.3.3",
                  "IssueInstant est une date et heure en UTC.",
                  T04),
              onEach(AssertionChecks::utc)),
          Check.of(
              rule(
                  "INSI-T04-4",
                  RuleSource.VU,
                  "2.3 (S:2, S:4, S:18)",
                  "L'ID d'une assertion est _ suivi d'un UUID.",
                  T04),
              onEach(AssertionChecks::id)),
          Check.of(
              rule(
                  "INSI-T04-5",
                  RuleSource.VU,
                  "2.3 (S:2, S:4) ; SAML 2.0 Core, 2.3.3",
                  "Les parties d'une assertion sont dans l'ordre Issuer, Signature, Subject.",
                  T04),
              onEach(AssertionChecks::order)),
          Check.of(
              rule(
                  "INSI-T04-6",
                  RuleSource.VU,
                  "2.3 (S:2, S:4) ; SAML 2.0 Core, 5.4.2 et 5.4.4",
                  "La signature a une seule référence, à l'ID de l'assertion, et les transformations"
                      + " enveloped-signature et exc-c14n seulement.",
                  T04),
              onEach(AssertionChecks::reference)),
          Check.of(
              rule(
                  "INSI-T04-7",
                  RuleSource.VU,
                  "2.3 (S:2, S:4) ; W3C XML Signature, 3.2",
                  "La signature d'une assertion est juste : empreinte et, d'une carte de"
                      + " professionnel, valeur.",
                  T04),
              onEach(AssertionChecks::signature)),
          Check.of(
              rule(
                  "INSI-T04-8",
                  RuleSource.VU,
                  "2.3 (S:2, S:4, S:18)",
                  "La forme canonique est exc-c14n et l'empreinte SHA-256.",
                  T04),
              onEach(AssertionChecks::algorithms)),
          Check.of(
              rule(
                  "INSI-T04-9",
                  // The schema wants one or more (S:1): no more than those seen is our reading.
                  RuleSource.SUPPOSE,
                  "2.3 (S:1, S:2, S:4, S:7, S:18)",
                  "Security ne porte que l'assertion du professionnel et, d'une recherche par carte,"
                      + " celle de la carte Vitale.",
                  T04),
              AssertionChecks::noOther));

  private AssertionChecks() {}

  private static void present(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    if (exchange.message().mode() == AccessMode.ASSERTION && request.professional().isEmpty()) {
      findings.add(
          SECURITY,
          "l'assertion du professionnel",
          request.security() == null ? "aucun en-tête Security" : "aucune assertion de lui",
          "Joignez dans Security l'assertion SAML du professionnel, signée par sa carte ou de Pro"
              + " Santé Connect ; ou appelez INSi avec un certificat d'organisation.");
    }
  }

  private static void noOther(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    int expected = request.card() == null ? 1 : 2;
    List<SamlAssertion> assertions = JudgedAssertions.of(request);
    if (assertions.size() > expected) {
      findings.add(
          assertions.get(expected).element().path(),
          expected == 1
              ? "une assertion, celle du professionnel"
              : "deux assertions, celle du professionnel et celle de la carte Vitale",
          assertions.size() + " assertions",
          "Retirez de Security les assertions de trop.");
    }
  }

  private static void mandatoryParts(SamlAssertion assertion, Findings findings) {
    if (!"2.0".equals(assertion.version())) {
      missing(assertion, "@Version", "2.0", assertion.version(), findings);
    }
    if (assertion.id() == null || assertion.id().isBlank()) {
      missing(assertion, "@ID", "un identifiant", assertion.id(), findings);
    }
    if (assertion.issueInstant() == null) {
      missing(assertion, "@IssueInstant", "la date et l'heure de l'assertion", null, findings);
    }
    if (assertion.issuer() == null || assertion.issuer().isBlank()) {
      missing(assertion, "Issuer", "qui fait l'assertion", assertion.issuer(), findings);
    }
  }

  private static void missing(
      SamlAssertion assertion,
      String part,
      String expected,
      @Nullable String found,
      Findings findings) {
    findings.add(
        assertion.element().path() + "/" + part,
        expected,
        shown(found),
        "Mettez " + part.replace("@", "l'attribut ") + " à l'assertion, comme SAML 2.0 le veut.");
  }

  private static void utc(SamlAssertion assertion, Findings findings) {
    String instant = assertion.issueInstant();
    if (instant != null
        && (assertion.issued().isEmpty() || !instant.strip().matches(".*(Z|[+-]00:00)"))) {
      findings.add(
          assertion.element().path() + "/@IssueInstant",
          "une date et heure en UTC, comme 2026-01-15T09:29:00.000Z",
          shown(instant),
          "Écrivez IssueInstant en UTC, avec la lettre Z.");
    }
  }

  private static void id(SamlAssertion assertion, Findings findings) {
    String id = assertion.id();
    if (id != null && !id.isBlank() && !ID.matcher(id).matches()) {
      findings.add(
          assertion.element().path() + "/@ID",
          "_ suivi d'un UUID",
          id,
          "Tirez un UUID pour l'ID de chaque assertion, précédé de _.");
    }
  }

  private static void order(SamlAssertion assertion, Findings findings) {
    List<String> expected = List.of("Issuer", "Signature", "Subject");
    List<String> found =
        assertion.element().children().stream()
            .map(XmlElement::localName)
            .filter(expected::contains)
            .toList();
    List<String> sorted = expected.stream().filter(found::contains).toList();
    if (!found.equals(sorted)) {
      findings.add(
          assertion.element().path(),
          String.join(", ", sorted),
          String.join(", ", found),
          "Placez Signature entre Issuer et Subject : le schéma de SAML impose cet ordre.");
    }
  }

  private static void reference(SamlAssertion assertion, Findings findings) {
    AssertionSignature signature = assertion.signature();
    if (signature == null) {
      return;
    }
    if (!isOwn(assertion, signature)) {
      String uri = "#" + Objects.toString(assertion.id(), "");
      findings.add(
          signature.element().path() + "/SignedInfo/Reference/@URI",
          uri + ", une seule fois",
          String.join(
              ", ", signature.references().stream().map(each -> shown(each.uri())).toList()),
          "Signez l'assertion elle-même : une seule Reference, dont URI est # et l'ID.");
      return;
    }
    List<String> transforms = signature.references().get(0).transforms();
    if (!areUsual(transforms)) {
      findings.add(
          signature.element().path() + "/SignedInfo/Reference/Transforms",
          Saml.ENVELOPED + " puis " + Saml.EXC_C14N,
          transforms.isEmpty() ? "aucune" : String.join(", ", transforms),
          "Transformez l'assertion par enveloped-signature puis exc-c14n, et rien d'autre.");
    }
  }

  private static boolean isOwn(SamlAssertion assertion, AssertionSignature signature) {
    String uri = "#" + Objects.toString(assertion.id(), "");
    return signature.references().size() == 1 && uri.equals(signature.references().get(0).uri());
  }

  private static boolean areUsual(List<String> transforms) {
    return transforms.contains(Saml.ENVELOPED) && TRANSFORMS.containsAll(transforms);
  }

  private static void signature(SamlAssertion assertion, Findings findings) {
    AssertionSignature signature = assertion.signature();
    // What is signed instead of the assertion, or of a part of it, is another rule's business.
    if (signature != null
        && signature.defect() != null
        && isOwn(assertion, signature)
        && areUsual(signature.references().get(0).transforms())) {
      findings.add(
          signature.element().path(),
          "une signature juste",
          signature.defect(),
          "Signez l'assertion en dernier, et ne la récrivez pas ensuite : indentation, préfixes et"
              + " fins de ligne comptent.");
    }
  }

  private static void algorithms(SamlAssertion assertion, Findings findings) {
    AssertionSignature signature = assertion.signature();
    if (signature == null) {
      return;
    }
    expect(
        signature,
        "SignedInfo/CanonicalizationMethod/@Algorithm",
        Saml.EXC_C14N,
        signature.canonicalization(),
        findings);
    for (AssertionSignature.Reference reference : signature.references()) {
      expect(
          signature,
          "SignedInfo/Reference/DigestMethod/@Algorithm",
          Saml.SHA256,
          reference.digest(),
          findings);
    }
  }

  private static void expect(
      AssertionSignature signature,
      String where,
      String expected,
      @Nullable String found,
      Findings findings) {
    if (!expected.equals(found)) {
      findings.add(
          signature.element().path() + "/" + where,
          expected,
          shown(found),
          "Signez avec l'algorithme " + expected + ".");
    }
  }
}
