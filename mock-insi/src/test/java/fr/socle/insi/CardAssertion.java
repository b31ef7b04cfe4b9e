package fr.socle.insi;

import java.io.FileInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Assertions as a software makes them: text, signed by the JDK with a key store on disk. Shares no
 * code with the mock.
 */
public final class CardAssertion {
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final String V2 = "http://www.sesam-vitale.fr/xmldsig/2011/06/V2-SHA256";

  private static final String SPECIALITY =
      "<saml:Attribute Name=\"codeSpecialite\"><saml:AttributeValue>01</saml:AttributeValue>"
          + "</saml:Attribute>";

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final String name;

  private CardAssertion(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
    Matcher common =
        Pattern.compile("CN=([^,]+)").matcher(certificate.getSubjectX500Principal().getName());
    this.name = common.find() ? common.group(1) : "";
  }

  /** Of the holder of a PKCS#12 file. */
  public static CardAssertion of(String pkcs12, String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = new FileInputStream(pkcs12)) {
      store.load(file, password.toCharArray());
    }
    String alias = store.aliases().nextElement();
    return new CardAssertion(
        (PrivateKey) store.getKey(alias, password.toCharArray()),
        (X509Certificate) store.getCertificate(alias));
  }

  /** Of a card made on the spot. */
  public static CardAssertion of(Certificates.Card card) {
    return new CardAssertion(card.key(), card.certificate());
  }

  /** CN of the card, which is the NameID. */
  public String name() {
    return name;
  }

  /** The assertion of the professional, signed. */
  public String professional(Instant issued) throws Exception {
    return professional(issued, UnaryOperator.identity());
  }

  /** The same, bent before it is signed. */
  public String professional(Instant issued, UnaryOperator<String> bend) throws Exception {
    return signed(bend.apply(unsigned(issued)), usual());
  }

  /** The same signed in another way. */
  public String professionalSigned(Instant issued, UnaryOperator<Signing> otherwise)
      throws Exception {
    return signed(unsigned(issued), otherwise.apply(usual()));
  }

  /** The same with other algorithms. */
  public String professional(Instant issued, String method, String digest) throws Exception {
    return professionalSigned(issued, usual -> usual.by(method, digest));
  }

  /** The same with its reference written several times. */
  public String professional(Instant issued, int references) throws Exception {
    return professionalSigned(issued, usual -> usual.times(references));
  }

  /** The assertion of the professional without its signature. */
  public String unsigned(Instant issued) {
    String subject =
        certificate
            .getSubjectX500Principal()
            .getName(
                "RFC2253", java.util.Map.of("2.5.4.12", "T", "2.5.4.4", "SN", "2.5.4.42", "GN"));
    return assertion(
        issued,
        "<saml:Issuer Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName\">"
            + subject.replace("&", "&amp;")
            + "</saml:Issuer>",
        "CPS",
        name,
        "<saml:AttributeStatement><saml:Attribute Name=\"identifiantFacturation\">"
            + "<saml:AttributeValue>000000000</saml:AttributeValue></saml:Attribute>"
            + "<saml:Attribute Name=\"secteurActivite\">"
            + "<saml:AttributeValue>SA07</saml:AttributeValue></saml:Attribute>"
            + (subject.contains("T=Médecin") ? SPECIALITY : "")
            + "</saml:AttributeStatement>");
  }

  /** An assertion of Pro Santé Connect: unsigned, of whoever is named. */
  public static String psc(Instant issued, String nationalId) {
    return assertion(
        issued,
        "<saml:Issuer>" + nationalId + "</saml:Issuer>",
        "PSC",
        nationalId,
        "<saml:AttributeStatement><saml:Attribute Name=\"identifiantFacturation\">"
            + "<saml:AttributeValue>000000000</saml:AttributeValue></saml:Attribute>"
            + "<saml:Attribute Name=\"codeSpecialiteAMO\">"
            + "<saml:AttributeValue>01</saml:AttributeValue></saml:Attribute>"
            + "</saml:AttributeStatement>");
  }

  /** The assertion of a Vitale card, unsigned: the kit has a switch for it. */
  public String vitale(Instant issued, String serial) {
    return assertion(issued, "<saml:Issuer>" + name + "</saml:Issuer>", "VITALE", serial, "");
  }

  /** The same with the signature of a Vitale card of type V2, whose value nobody can check. */
  public String signedVitale(Instant issued, String serial) throws Exception {
    String signed = signed(vitale(issued, serial), usual());
    return signed
        .replace(RSA_SHA256, V2)
        .replaceAll(
            "(?s)<ds:X509Data>.*</ds:X509Data>",
            "<v:KeyInfo xmlns:v=\"http://www.sesam-vitale.fr/xmldsig/2011/12/vitale\">"
                + "<v:Type>V2</v:Type><v:Nature>T</v:Nature><v:NumSerieLogique>"
                + serial
                + "</v:NumSerieLogique><v:CleMere>00</v:CleMere></v:KeyInfo>");
  }

  private static String assertion(
      Instant issued, String issuer, String qualifier, String name, String statement) {
    return "<saml:Assertion xmlns:saml=\""
        + SAML
        + "\" ID=\"_"
        + UUID.randomUUID()
        + "\" IssueInstant=\""
        + issued
        + "\" Version=\"2.0\">"
        + issuer
        + "<saml:Subject><saml:NameID NameQualifier=\""
        + qualifier
        + "\">"
        + name
        + "</saml:NameID></saml:Subject>"
        + statement
        + "</saml:Assertion>";
  }

  private Signing usual() {
    return new Signing(
        RSA_SHA256,
        SHA256,
        1,
        List.of(
            transform(Transform.ENVELOPED, null),
            transform(CanonicalizationMethod.EXCLUSIVE, null)),
        List.of(certificate));
  }

  private static Transform transform(String algorithm, @Nullable TransformParameterSpec parameter) {
    try {
      return XMLSignatureFactory.getInstance("DOM").newTransform(algorithm, parameter);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Certificate of the card. */
  public X509Certificate certificate() {
    return certificate;
  }

  /**
   * How an assertion is signed.
   *
   * @param method algorithm of the signature
   * @param digest algorithm of the digest
   * @param references how often its reference is written
   * @param transforms of the reference, in order
   * @param shown certificates of KeyInfo, in order
   */
  public record Signing(
      String method,
      String digest,
      int references,
      List<Transform> transforms,
      List<X509Certificate> shown) {

    Signing by(String otherMethod, String otherDigest) {
      return new Signing(otherMethod, otherDigest, references, transforms, shown);
    }

    Signing times(int count) {
      return new Signing(method, digest, count, transforms, shown);
    }

    /** Without the nodes that an XPath expression is false for. */
    Signing keeping(String xpath) {
      return first(transform(Transform.XPATH, new XPathFilterParameterSpec(xpath)));
    }

    /** Through a style sheet. */
    Signing styledBy(String stylesheet) {
      try {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Element sheet =
            builders
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(stylesheet)))
                .getDocumentElement();
        return first(
            transform(Transform.XSLT, new XSLTTransformParameterSpec(new DOMStructure(sheet))));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    Signing showing(X509Certificate... others) {
      return new Signing(method, digest, references, transforms, List.of(others));
    }

    private Signing first(Transform transform) {
      List<Transform> more = new ArrayList<>(transforms);
      more.add(0, transform);
      return new Signing(method, digest, references, more, shown);
    }
  }

  private String signed(String assertion, Signing signing) throws Exception {
    DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
    builders.setNamespaceAware(true);
    Document document =
        builders.newDocumentBuilder().parse(new InputSource(new StringReader(assertion)));
    Element root = document.getDocumentElement();
    root.setIdAttributeNS(null, "ID", true);
    XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
    Reference reference =
        signatures.newReference(
            "#" + root.getAttribute("ID"),
            signatures.newDigestMethod(signing.digest(), null),
            signing.transforms(),
            null,
            null);
    SignedInfo info =
        signatures.newSignedInfo(
            signatures.newCanonicalizationMethod(
                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
            signatures.newSignatureMethod(signing.method(), null),
            Collections.nCopies(signing.references(), reference));
    KeyInfoFactory keys = signatures.getKeyInfoFactory();
    KeyInfo shown = keys.newKeyInfo(List.of(keys.newX509Data(signing.shown())));
    DOMSignContext context =
        new DOMSignContext(key, root, root.getElementsByTagNameNS(SAML, "Subject").item(0));
    context.setDefaultNamespacePrefix("ds");
    signatures.newXMLSignature(info, shown).sign(context);
    Transformer writer = TransformerFactory.newInstance().newTransformer();
    writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    writer.transform(new DOMSource(document), new StreamResult(text));
    // The JDK breaks lines of Base64 with a carriage return, which it then writes as a reference.
    return text.toString().replace("&#13;", "");
  }
}
