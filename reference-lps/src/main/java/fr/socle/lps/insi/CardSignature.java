package fr.socle.lps.insi;

import fr.socle.lps.cartes.ProfessionalCard;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
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

/**
 * The enveloped signature of an assertion by the authentication key of a card (insi.md 2.3):
 * between issuer and subject, exclusive canonical form, RSA with SHA-256, certificate shown.
 */
final class CardSignature {

  private CardSignature() {}

  /** Signs an assertion in place; nothing of it may change afterwards. */
  static void sign(Element assertion, ProfessionalCard card) {
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    KeyInfoFactory keys = factory.getKeyInfoFactory();
    KeyInfo shown = keys.newKeyInfo(List.of(keys.newX509Data(List.of(card.certificate()))));
    DOMSignContext context =
        new DOMSignContext(
            card.key(),
            assertion,
            assertion.getElementsByTagNameNS(SamlAssertion.SAML, "Subject").item(0));
    context.setDefaultNamespacePrefix("ds");
    try {
      factory.newXMLSignature(signedInfo(factory, assertion), shown).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException(e);
    }
    inOneLine(assertion, "SignatureValue");
    inOneLine(assertion, "X509Certificate");
  }

  private static SignedInfo signedInfo(XMLSignatureFactory factory, Element assertion)
      throws GeneralSecurityException {
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
    return factory.newSignedInfo(
        factory.newCanonicalizationMethod(
            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
        factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
        List.of(reference));
  }

  /** The JDK breaks lines with carriage returns, which a reader of XML does not keep. */
  private static void inOneLine(Element assertion, String name) {
    NodeList found = assertion.getElementsByTagNameNS(XMLSignature.XMLNS, name);
    for (int i = 0; i < found.getLength(); i++) {
      found.item(i).setTextContent(found.item(i).getTextContent().replaceAll("\\s", ""));
    }
  }
}
