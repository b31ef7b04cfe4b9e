package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.onVihf;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.pki.SubjectName;
import fr.socle.bench.xml.SignatureAlgorithms;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.service.AuthenticationMode;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.Vihf;
import fr.socle.exigences.RuleSource;
import java.security.cert.X509Certificate;
import java.util.List;

/** DMP-T03: who signed the assertion, with what, and whether it holds. */
final class VihfSignatureChecks {
  // RFC 5280, 4.2.1.3: the bits of keyUsage.
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final String ASSERTION = "/Envelope/Header/Security/Assertion";

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onVihf(
              "DMP-T03-5",
              RuleSource.VU,
              "2.1 (S:MSG, KIT, DRIM, HL7V2)",
              "Issuer est le sujet du certificat qui signe le VIHF.",
              VihfSignatureChecks::issuer),
          onVihf(
              "DMP-T03-6",
              RuleSource.VU,
              "2.1 (S:MSG) ; SAML 2.0 Core, 2.3.3",
              "La signature suit Issuer directement.",
              (vihf, exchange, findings) -> place(vihf, findings)),
          onVihf(
              "DMP-T03-7",
              RuleSource.VU,
              "2.4 (S:MSG) ; W3C XML Signature, 3.2",
              "La signature du VIHF est juste et porte sur lui.",
              (vihf, exchange, findings) -> signature(vihf, findings)),
          onVihf(
              "DMP-T03-8",
              RuleSource.VU,
              "2.4 (S:MSG, KIT)",
              "En modes indirect et AIR le VIHF est signé.",
              VihfSignatureChecks::signed),
          onVihf(
              "DMP-T03-9",
              RuleSource.TEXTE,
              "2.4, 2.6 (S:DEH, refus vu du service)",
              "Le certificat qui signe le VIHF est un certificat de signature.",
              (vihf, exchange, findings) ->
                  usage(vihf, NON_REPUDIATION, "nonRepudiation", findings)),
          onVihf(
              "DMP-T03-14",
              RuleSource.VU,
              "2.4 (S:DEH)",
              "Le certificat qui signe le VIHF est aussi de signature numérique.",
              (vihf, exchange, findings) ->
                  usage(vihf, DIGITAL_SIGNATURE, "digitalSignature", findings)),
          onVihf(
              "DMP-T03-10",
              RuleSource.SUPPOSE,
              "2.4 (S:MSG, DEH, puis A)",
              "La signature emploie SHA-256.",
              (vihf, exchange, findings) -> sha1(vihf, findings)));

  private VihfSignatureChecks() {}

  private static void issuer(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Vihf.Signature signature = vihf.signature();
    DmpCaller caller = exchange.message().caller();
    // Unsigned, it speaks of the card of the connection.
    X509Certificate certificate =
        signature != null
            ? signature.certificate()
            : caller == null || caller.card() == null
                ? null
                : exchange.message().request().certificate();
    String issuer = vihf.issuer();
    if (certificate != null
        && issuer != null
        && !SubjectName.of(certificate).isNamedWithoutAccentsBy(issuer)) {
      findings.add(
          ASSERTION + "/Issuer",
          SubjectName.of(certificate).text(),
          issuer,
          "Recopiez dans Issuer le sujet du certificat qui signe le VIHF, en RFC 2253.");
    }
  }

  private static void place(Vihf vihf, Findings findings) {
    Vihf.Signature signature = vihf.signature();
    if (signature != null && !signature.afterIssuer()) {
      findings.add(
          ASSERTION,
          "Issuer, puis Signature",
          "Signature à une autre place",
          "Placez Signature juste après Issuer : le schéma de SAML impose cet ordre.");
    }
  }

  private static void signature(Vihf vihf, Findings findings) {
    Vihf.Signature signature = vihf.signature();
    if (signature != null && signature.defect() != null) {
      findings.add(
          ASSERTION + "/Signature",
          "une signature juste, dont l'unique Reference est l'ID du VIHF",
          signature.defect(),
          "Signez le VIHF en dernier, tout entier, et ne le récrivez pas ensuite : préfixes,"
              + " indentation et fins de ligne comptent.");
    }
  }

  private static void signed(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = DmpRules.callerOfKnownMode(exchange.message());
    if (vihf.signature() == null && caller != null && caller.mode() != AuthenticationMode.DIRECTE) {
      findings.add(
          ASSERTION + "/Signature",
          "la signature du cachet de la structure",
          "absente",
          "Signez le VIHF avec le certificat de cachet de la structure (ORG SIGN).");
    }
  }

  private static void usage(Vihf vihf, int bit, String name, Findings findings) {
    Vihf.Signature signature = vihf.signature();
    // Of a signature that does not hold, nobody knows which of the certificates shown made it.
    X509Certificate certificate =
        signature == null || signature.defect() != null ? null : signature.certificate();
    boolean[] usage = certificate == null ? null : certificate.getKeyUsage();
    if (usage != null && !usage[bit]) {
      findings.add(
          ASSERTION + "/Signature/KeyInfo/X509Data/X509Certificate",
          "keyUsage " + name,
          "un certificat sans cet usage",
          "Signez le VIHF avec le certificat de signature (de la carte, ou le cachet ORG SIGN), non"
              + " avec celui d'authentification : les deux peuvent avoir le même sujet.");
    }
  }

  private static void sha1(Vihf vihf, Findings findings) {
    Vihf.Signature signature = vihf.signature();
    if (signature != null
        && (SignatureAlgorithms.RSA_SHA1.equals(signature.method())
            || SignatureAlgorithms.SHA1.equals(signature.digest()))) {
      findings.add(
          ASSERTION + "/Signature/SignedInfo",
          SignatureAlgorithms.RSA_SHA256,
          "SHA-1",
          "Signez avec SHA-256 : SHA-1, des échantillons officiels, n'est plus sûr.");
    }
  }
}
