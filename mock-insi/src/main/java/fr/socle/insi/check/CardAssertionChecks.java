package fr.socle.insi.check;

import static fr.socle.insi.check.AssertionChecks.T04;
import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;
import static fr.socle.insi.check.JudgedAssertions.onCard;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.AssertionSignature;
import fr.socle.insi.protocol.CardCertificate;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.Saml;
import fr.socle.insi.protocol.SamlAssertion;
import fr.socle.insi.service.Control;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** INSI-T04: the assertion a professional signs with a card. */
final class CardAssertionChecks {
  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T04-10",
                  RuleSource.VU,
                  "2.3 (S:2, S:4, S:19)",
                  "L'assertion d'une carte de professionnel est signée.",
                  T04),
              onCard(CardAssertionChecks::signed)),
          Check.of(
              rule(
                  "INSI-T04-11",
                  RuleSource.VU,
                  "2.3 (S:2, S:4)",
                  "La carte signe en RSA avec SHA-256 et montre son certificat.",
                  T04),
              onCard(CardAssertionChecks::method)),
          Check.of(
              rule(
                  "INSI-T04-12",
                  RuleSource.VU,
                  "2.3 (S:2, S:4, S:18)",
                  "Issuer est le nom du sujet du certificat.",
                  T04),
              onCard(CardAssertionChecks::issuer)),
          Check.of(
              rule(
                  "INSI-T04-13",
                  RuleSource.VU,
                  "2.3 (S:2, S:4, S:18)",
                  "NameID est le CN du certificat.",
                  T04),
              onCard(CardAssertionChecks::nameId)),
          Check.of(
              rule(
                  "INSI-T04-14",
                  RuleSource.VU,
                  "2.3 (S:18)",
                  "NameQualifier est le type de la carte.",
                  T04),
              onCard(CardAssertionChecks::cardType)),
          Check.of(
              rule(
                  "INSI-T04-18",
                  RuleSource.VU,
                  "2.3 (S:2, commentaire de développeur)",
                  "L'assertion du professionnel n'est pas périmée.",
                  T04),
              (exchange, findings) ->
                  control(
                      exchange,
                      Control.AGE_ASSERTION,
                      "Refaites l'assertion du professionnel avant qu'elle ait une heure.",
                      findings)),
          Check.of(
              rule(
                  "INSI-T04-19",
                  RuleSource.SUPPOSE,
                  "2.3 (A)",
                  "Le certificat de la carte vient d'une autorité du banc, est en cours de validité"
                      + " et n'est pas révoqué.",
                  T04),
              (exchange, findings) ->
                  control(
                      exchange,
                      Control.CARTE,
                      "Signez avec la clé de cps-authentification (bench.json), ou déclarez votre"
                          + " autorité au démarrage du banc (--client-ca).",
                      findings)),
          Check.of(
              rule(
                  "INSI-T03-3",
                  RuleSource.VU,
                  "2.3 (S:2, S:3)",
                  "Emetteur est le NameID de l'assertion du professionnel.",
                  "INSI-T03"),
              CardAssertionChecks::sender));

  private CardAssertionChecks() {}

  static void control(
      CheckedExchange<InsiCall> exchange, Control control, String mend, Findings findings) {
    String failed = exchange.message().outcome().failed().get(control);
    if (failed != null) {
      findings.add(
          "/Envelope/Header/Security/Assertion",
          "une assertion que le service accepte",
          failed,
          mend);
    }
  }

  private static void signed(SamlAssertion assertion, Findings findings) {
    if (assertion.signature() == null) {
      findings.add(
          assertion.element().path() + "/Signature",
          "une signature enveloppée, deuxième élément de l'assertion",
          "absente",
          "Faites signer l'assertion par la carte du professionnel.");
    }
  }

  private static void method(SamlAssertion assertion, Findings findings) {
    AssertionSignature signature = assertion.signature();
    if (signature == null) {
      return;
    }
    if (!Saml.RSA_SHA256.equals(signature.method())) {
      findings.add(
          signature.element().path() + "/SignedInfo/SignatureMethod/@Algorithm",
          Saml.RSA_SHA256,
          shown(signature.method()),
          "Signez l'assertion du professionnel en RSA avec SHA-256.");
    }
    if (signature.certificate() == null) {
      findings.add(
          signature.element().path() + "/KeyInfo/X509Data/X509Certificate",
          "le certificat de la carte",
          "absent ou illisible",
          "Mettez le certificat de la carte, en base 64, dans KeyInfo/X509Data/X509Certificate.");
    }
  }

  private static void issuer(SamlAssertion assertion, Findings findings) {
    X509Certificate certificate = certificate(assertion);
    if (certificate == null || assertion.issuer() == null) {
      return;
    }
    if (!CardCertificate.names(certificate, assertion.issuer())) {
      findings.add(
          assertion.element().path() + "/Issuer",
          CardCertificate.subject(certificate),
          assertion.issuer(),
          "Mettez dans Issuer le nom du sujet du certificat de la carte.");
    }
    // Absent when the kit builds it (S:18, S:19).
    String format = Objects.requireNonNullElse(assertion.issuerFormat(), Saml.SUBJECT_NAME);
    if (!format.equals(Saml.SUBJECT_NAME)) {
      findings.add(
          assertion.element().path() + "/Issuer/@Format",
          Saml.SUBJECT_NAME,
          format,
          "Mettez Format=\"" + Saml.SUBJECT_NAME + "\" sur Issuer.");
    }
  }

  private static void nameId(SamlAssertion assertion, Findings findings) {
    X509Certificate certificate = certificate(assertion);
    String common = certificate == null ? null : CardCertificate.commonName(certificate);
    if (certificate != null && !Objects.equals(common, assertion.nameId())) {
      findings.add(
          assertion.element().path() + "/Subject/NameID",
          shown(common),
          shown(assertion.nameId()),
          "Mettez dans NameID le CN du certificat de la carte, identifiant du professionnel.");
    }
  }

  private static void cardType(SamlAssertion assertion, Findings findings) {
    X509Certificate certificate = certificate(assertion);
    String found = assertion.nameQualifier();
    String expected = certificate == null ? null : CardCertificate.type(certificate);
    if (certificate == null
        || CardCertificate.UNREAD.equals(found)
        || (expected != null && expected.equals(found))
        || (expected == null && found != null && CardCertificate.TYPES.contains(found))) {
      return;
    }
    findings.add(
        assertion.element().path() + "/Subject/NameID/@NameQualifier",
        expected == null ? String.join(", ", CardCertificate.TYPES) : expected,
        shown(found),
        "Mettez dans NameQualifier le type de carte que dit son certificat (extension"
            + " 1.2.250.1.71.1.2.2), ou CPX s'il ne se lit pas.");
  }

  private static void sender(CheckedExchange<InsiCall> exchange, Findings findings) {
    if (exchange.message().request().certificate() != null) {
      return;
    }
    String holder =
        JudgedAssertions.card(exchange.message().request()).map(SamlAssertion::nameId).orElse(null);
    if (holder == null || holder.isEmpty()) {
      return;
    }
    for (Context context : Context.of(exchange.message().request())) {
      if (!holder.equals(context.sender())) {
        findings.add(
            context.path() + "/Emetteur",
            holder + ", le NameID de l'assertion",
            shown(context.sender()),
            "Mettez dans Emetteur l'identifiant du professionnel, NameID de son assertion.");
      }
    }
  }

  static @Nullable X509Certificate certificate(SamlAssertion assertion) {
    return assertion.signature() == null ? null : assertion.signature().certificate();
  }
}
