package fr.socle.dmp;

import fr.socle.dmp.Certificates.Identity;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * VIHFs as a software makes them: text, signed by the JDK. Shares no code with the mock.
 *
 * @param text the assertion without signature
 */
public record VihfText(String text) {
  public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  public static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
  public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  public static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";

  private static final String PKI = "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI";
  private static final String PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";
  private static final String HL7 = "xmlns=\"urn:hl7-org:v3\" xsi:type=\"CE\" ";

  /** In AIR: dmp.md 7.1. */
  public static VihfText air(String issuer, String structure, Instant now, String patient) {
    return of(
        issuer,
        now,
        structure,
        patient,
        "<AuthnContextClassRef>"
            + PKI
            + "</AuthnContextClassRef><AuthnContextDecl>APP_BROWSER_AUTH</AuthnContextDecl>",
        string("Authentification_Mode", "INDIRECTE_RENFORCEE"));
  }

  /** By the software of the structure. */
  public static VihfText indirect(String issuer, String structure, Instant now, String patient) {
    return of(
        issuer,
        now,
        structure,
        patient,
        "<AuthnContextClassRef>" + PASSWORD + "</AuthnContextClassRef>",
        string("Authentification_Mode", "INDIRECTE"));
  }

  /** By the card of the professional. */
  public static VihfText direct(String issuer, String structure, Instant now, String patient) {
    return of(
        issuer,
        now,
        structure,
        patient,
        "<AuthnContextClassRef>" + PKI + "</AuthnContextClassRef>",
        string("Authentification_mode", "DIRECTE"));
  }

  private static VihfText of(
      String issuer, Instant now, String structure, String patient, String context, String mode) {
    return new VihfText(
        "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ID=\"_"
            + UUID.randomUUID()
            + "\" Version=\"2.0\" IssueInstant=\""
            + now
            + "\"><Issuer Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName\">"
            + issuer.replace("&", "&amp;")
            + "</Issuer><Subject><NameID>"
            + Certificates.HOLDER
            + "</NameID></Subject><AuthnStatement AuthnInstant=\""
            + now
            + "\"><AuthnContext>"
            + context
            + "</AuthnContext></AuthnStatement><AttributeStatement>"
            + string("VIHF_Version", "3.0")
            + mode
            + string("Identifiant_Structure", structure)
            + string("Secteur_Activite", "SA01^1.2.250.1.71.4.2.4")
            + string("urn:oasis:names:tc:xspa:1.0:subject:subject-id", "LEA DUPONT-TEST")
            + "<Attribute Name=\"urn:oasis:names:tc:xacml:2.0:subject:role\"><AttributeValue><Role "
            + HL7
            + "code=\"10\" codeSystem=\"1.2.250.1.71.1.2.7\" displayName=\"Médecin\"/>"
            + "</AttributeValue><AttributeValue><Role "
            + HL7
            + "code=\"SM26\" codeSystem=\"1.2.250.1.71.4.2.5\" displayName=\"Généraliste\"/>"
            + "</AttributeValue></Attribute>"
            + string("urn:oasis:names:tc:xacml:2.0:resource:resource-id", patient)
            + string("Ressource_URN", "urn:dmp")
            + "<Attribute Name=\"urn:oasis:names:tc:xspa:1.0:subject:purposeofuse\">"
            + "<AttributeValue><PurposeOfUse "
            + HL7
            + "code=\"normal\" codeSystem=\"1.2.250.1.213.1.1.4.248\""
            + " displayName=\"Accès normal\"/></AttributeValue></Attribute>"
            + string("LPS_Nom", "LPS FICTIF")
            + string("LPS_Version", "1.0")
            + string("LPS_ID_HOMOLOGATION_DMP", "HOMOL-FICTIVE-0001")
            + "</AttributeStatement></Assertion>");
  }

  private static String string(String name, String value) {
    return "<Attribute Name=\""
        + name
        + "\"><AttributeValue>"
        + value.replace("&", "&amp;")
        + "</AttributeValue></Attribute>";
  }

  /** The same, written otherwise; what is replaced must be there. */
  public VihfText with(String what, String by) {
    if (!text.contains(what)) {
      throw new IllegalArgumentException("not in the VIHF: " + what);
    }
    return new VihfText(text.replace(what, by));
  }

  /** The same without an attribute. */
  public VihfText without(String name) {
    String start = "<Attribute Name=\"" + name + "\">";
    int from = text.indexOf(start);
    int to = text.indexOf("</Attribute>", from) + "</Attribute>".length();
    return new VihfText(text.substring(0, from) + text.substring(to));
  }

  public VihfText bent(UnaryOperator<String> how) {
    return new VihfText(how.apply(text));
  }

  /** Signed with SHA-256. */
  public String signedBy(Identity identity) {
    return signedBy(identity, RSA_SHA256, SHA256);
  }

  /** Signed with other algorithms. */
  public String signedBy(Identity identity, String method, String digest) {
    try {
      DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
      builders.setNamespaceAware(true);
      Document document =
          builders.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
      Element assertion = document.getDocumentElement();
      assertion.setIdAttribute("ID", true);
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      SignedInfo info =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(
                  CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
              factory.newSignatureMethod(method, null),
              List.of(
                  factory.newReference(
                      "#" + assertion.getAttribute("ID"),
                      factory.newDigestMethod(digest, null),
                      List.of(
                          factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                          factory.newTransform(
                              CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                      null,
                      null)));
      KeyInfoFactory keys = factory.getKeyInfoFactory();
      KeyInfo key = keys.newKeyInfo(List.of(keys.newX509Data(List.of(identity.certificate()))));
      DOMSignContext context =
          new DOMSignContext(
              identity.key(), assertion, assertion.getElementsByTagName("Subject").item(0));
      context.setDefaultNamespacePrefix("ds");
      factory.newXMLSignature(info, key).sign(context);
      Transformer out = TransformerFactory.newInstance().newTransformer();
      out.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter written = new StringWriter();
      out.transform(new DOMSource(document), new StreamResult(written));
      return written.toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
