package fr.socle.lps.dmp.vihf;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The enveloped signature of a VIHF, right after its issuer (dmp.md 2.4). */
final class Signature {

  private Signature() {}

  /** Signs in place; nothing of the assertion may change afterwards. */
  static void enveloped(Element assertion, Seal seal) {
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    KeyInfoFactory keys = factory.getKeyInfoFactory();
    KeyInfo shown = keys.newKeyInfo(List.of(keys.newX509Data(List.of(seal.certificate()))));
    DOMSignContext context =
        new DOMSignContext(
            seal.key(),
            assertion,
            assertion.getElementsByTagNameNS(assertion.getNamespaceURI(), "Subject").item(0));
    context.setDefaultNamespacePrefix("ds");
    try {
      Reference reference =
          factory.newReference(
              "#" + assertion.getAttribute("ID"),
              factory.newDigestMethod(DigestMethod.SHA256, null),
              List.of(
                  factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                  factory.newTransform(
                      CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null);
      factory
          .newXMLSignature(
              factory.newSignedInfo(
                  factory.newCanonicalizationMethod(
                      CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                  factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                  List.of(reference)),
              shown)
          .sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException(e);
    }
    inOneLine(assertion, "SignatureValue");
    inOneLine(assertion, "X509Certificate");
  }

  /** The JDK breaks lines with carriage returns, which a reader of XML does not keep. */
  private static void inOneLine(Element assertion, String name) {
    NodeList found = assertion.getElementsByTagNameNS(XMLSignature.XMLNS, name);
    for (int i = 0; i < found.getLength(); i++) {
      found.item(i).setTextContent(found.item(i).getTextContent().replaceAll("\\s", ""));
    }
  }
}
