package fr.socle.dmp.protocol;

import fr.socle.bench.xml.SignatureAlgorithms;
import fr.socle.bench.xml.SignatureProof;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.CodedValue;
import fr.socle.dmp.service.Vihf;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads VIHFs: dmp.md 2.1 to 2.4. Immutable. */
public final class VihfReader {
  /** A SAML assertion. */
  public static final QName ASSERTION = saml("Assertion");

  private static final QName SIGNATURE = ds("Signature");

  private final SignatureAlgorithms allowed;

  /**
   * A reader.
   *
   * @param sha1 whether signatures may use SHA-1, as the official samples do
   */
  public VihfReader(boolean sha1) {
    this.allowed = sha1 ? SignatureAlgorithms.modern().andSha1() : SignatureAlgorithms.modern();
  }

  /** Reads an assertion. */
  public Vihf read(XmlElement assertion) {
    Optional<XmlElement> issuer = assertion.child(saml("Issuer"));
    Optional<XmlElement> conditions = assertion.child(saml("Conditions"));
    Optional<XmlElement> statement = assertion.child(saml("AuthnStatement"));
    Optional<XmlElement> context = statement.flatMap(each -> each.child(saml("AuthnContext")));
    return new Vihf(
        assertion.attribute("ID").orElse(null),
        assertion.attribute("Version").orElse(null),
        assertion.attribute("IssueInstant").orElse(null),
        issuer.map(XmlElement::text).orElse(null),
        issuer.flatMap(each -> each.attribute("Format")).orElse(null),
        assertion.descend(saml("Subject"), saml("NameID")).map(XmlElement::text).orElse(null),
        conditions.flatMap(each -> each.attribute("NotBefore")).orElse(null),
        conditions.flatMap(each -> each.attribute("NotOnOrAfter")).orElse(null),
        conditions.stream()
            .flatMap(each -> each.children(saml("AudienceRestriction")).stream())
            .anyMatch(VihfReader::isFilled),
        statement.flatMap(each -> each.attribute("AuthnInstant")).orElse(null),
        context.flatMap(each -> each.textOf(saml("AuthnContextClassRef"))).orElse(null),
        context.flatMap(each -> each.textOf(saml("AuthnContextDecl"))).orElse(null),
        assertion.children(saml("AttributeStatement")).stream()
            .flatMap(each -> each.children(saml("Attribute")).stream())
            .map(VihfReader::stated)
            .toList(),
        signature(assertion));
  }

  // dmp.md 2.1 (S:HL7V2): it must not be filled; an empty one is not.
  private static boolean isFilled(XmlElement restriction) {
    return restriction.children(saml("Audience")).stream().anyMatch(each -> !each.text().isBlank());
  }

  private static Vihf.Stated stated(XmlElement attribute) {
    List<XmlElement> values = attribute.children(saml("AttributeValue"));
    return new Vihf.Stated(
        attribute.attribute("Name").orElse(""),
        values.stream().map(XmlElement::text).toList(),
        values.stream()
            .flatMap(value -> value.children().stream())
            .filter(each -> each.attribute("code").isPresent())
            .map(VihfReader::coded)
            .toList());
  }

  private static CodedValue coded(XmlElement element) {
    return new CodedValue(
        element.localName(),
        element.attribute("code").orElse(""),
        element.attribute("codeSystem").orElse(""),
        element.attribute("codeSystemName").orElse(""),
        element.attribute("displayName").orElse(""));
  }

  private Vihf.@Nullable Signature signature(XmlElement assertion) {
    XmlElement signature = assertion.child(SIGNATURE).orElse(null);
    if (signature == null) {
      return null;
    }
    SignatureProof proof = SignatureProof.of(assertion, signature, allowed);
    X509Certificate maker = proof.maker();
    List<XmlElement> children = assertion.children();
    return new Vihf.Signature(
        maker == null
            ? SignatureProof.certificates(signature).stream().findFirst().orElse(null)
            : maker,
        algorithm(signature, ds("SignedInfo"), ds("SignatureMethod")),
        algorithm(signature, ds("SignedInfo"), ds("Reference"), ds("DigestMethod")),
        children.size() > 1 && children.get(1).is(SIGNATURE),
        proof.defect());
  }

  private static @Nullable String algorithm(XmlElement signature, QName... path) {
    return signature.descend(path).flatMap(each -> each.attribute("Algorithm")).orElse(null);
  }

  private static QName saml(String local) {
    return new QName("urn:oasis:names:tc:SAML:2.0:assertion", local);
  }

  private static QName ds(String local) {
    return new QName("http://www.w3.org/2000/09/xmldsig#", local);
  }
}
