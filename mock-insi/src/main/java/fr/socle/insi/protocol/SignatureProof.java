package fr.socle.insi.protocol;

import fr.socle.bench.xml.XmlElement;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Whether the signature of an assertion holds, by the JDK's XML signatures (W3C XML Signature 3.2).
 * The message is never touched: the proof works on a copy.
 */
final class SignatureProof {
  // Of a Vitale signature nothing but the digest is computed: this key is never used.
  private static final Key UNUSED = new SecretKeySpec(new byte[] {1}, "NONE");

  private SignatureProof() {}

  /**
   * What is wrong with a signature, French.
   *
   * @param certificate certificate whose key made it
   * @param digestOnly whether only the digest can be checked, as for a Vitale card
   */
  static Optional<String> defect(
      XmlElement assertion,
      XmlElement signature,
      @Nullable X509Certificate certificate,
      boolean digestOnly) {
    if (certificate == null && !digestOnly) {
      return Optional.of("KeyInfo ne montre aucun certificat X.509 lisible.");
    }
    Document copy = (Document) assertion.dom().getOwnerDocument().cloneNode(true);
    Element owner = (Element) same(assertion.dom(), copy);
    Element signed = (Element) same(signature.dom(), copy);
    if (digestOnly) {
      known(signed);
    }
    Key key = certificate == null || digestOnly ? UNUSED : certificate.getPublicKey();
    DOMValidateContext context = new DOMValidateContext(key, signed);
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    if (!owner.getAttributeNS(null, "ID").isEmpty()) {
      // Only this assertion can be what is signed: a wrapped one is not found.
      context.setIdAttributeNS(owner, null, "ID");
    }
    try {
      XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      return verified(read, context, "#" + owner.getAttributeNS(null, "ID"), digestOnly);
    } catch (MarshalException | XMLSignatureException e) {
      return Optional.of("Elle ne peut pas être lue : " + e.getMessage() + ".");
    } catch (RuntimeException e) {
      // What the JDK's reader throws at structures it does not expect.
      return Optional.of("Elle ne peut pas être lue.");
    }
  }

  private static Optional<String> verified(
      XMLSignature signature, DOMValidateContext context, String uri, boolean digestOnly)
      throws XMLSignatureException {
    if (signature.getSignedInfo().getReferences().size() != 1) {
      return Optional.of("Elle n'a pas une seule référence.");
    }
    Reference reference = signature.getSignedInfo().getReferences().get(0);
    if (!uri.equals(reference.getURI())) {
      return Optional.of("Elle ne porte pas sur l'assertion : sa référence est ailleurs.");
    }
    if (!reference.validate(context)) {
      return Optional.of("L'empreinte n'est pas celle de l'assertion : elle a changé.");
    }
    return digestOnly || signature.getSignatureValue().validate(context)
        ? Optional.empty()
        : Optional.of("SignatureValue n'a pas été faite par la clé du certificat montré.");
  }

  /** Gives the signature an algorithm the reader knows, so that it computes the digest. */
  private static void known(Element signature) {
    Node method =
        signature.getElementsByTagNameNS(Saml.ds("").getNamespaceURI(), "SignatureMethod").item(0);
    if (method instanceof Element element) {
      element.setAttributeNS(null, "Algorithm", Saml.RSA_SHA256);
    }
  }

  /** The node at the same place of a copy. */
  private static Node same(Node node, Document copy) {
    Deque<Integer> way = new ArrayDeque<>();
    for (Node here = node; here.getParentNode() != null; here = here.getParentNode()) {
      int place = 0;
      for (Node before = here.getPreviousSibling();
          before != null;
          before = before.getPreviousSibling()) {
        place++;
      }
      way.push(place);
    }
    Node found = copy;
    for (int place : way) {
      found = found.getChildNodes().item(place);
    }
    return found;
  }
}
