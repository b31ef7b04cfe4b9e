package fr.socle.insi.protocol;

import fr.socle.bench.xml.XmlElement;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
 *
 * @param maker certificate whose key made it; null when none shown did, or none was tried
 * @param defect what is wrong with it, French; null when nothing is
 */
record SignatureProof(@Nullable X509Certificate maker, @Nullable String defect) {
  // Of a Vitale signature nothing but the digest is computed: this key is never used.
  private static final Key UNUSED = new SecretKeySpec(new byte[] {1}, "NONE");

  /** Proves the signature of a card by one of the certificates it shows, whichever holds. */
  static SignatureProof of(
      XmlElement assertion, XmlElement signature, List<X509Certificate> shown) {
    return shown.isEmpty()
        ? failed("KeyInfo ne montre aucun certificat X.509 lisible.")
        : proved(assertion, signature, shown);
  }

  /** Proves no more than the digest, all that can be checked of a Vitale card. */
  static SignatureProof ofDigest(XmlElement assertion, XmlElement signature) {
    return proved(assertion, signature, List.of());
  }

  private static SignatureProof proved(
      XmlElement assertion, XmlElement signature, List<X509Certificate> shown) {
    // Before the JDK reads anything: it would compute some of them, and name others in its words.
    String refused = RefusedAlgorithms.in(signature);
    if (refused != null) {
      return failed(refused);
    }
    Document copy = (Document) assertion.dom().getOwnerDocument().cloneNode(true);
    Element owner = (Element) same(assertion.dom(), copy);
    Element signed = (Element) same(signature.dom(), copy);
    if (shown.isEmpty()) {
      known(signed);
    }
    DOMValidateContext context = context(UNUSED, signed, owner);
    try {
      XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      String defect = ofReference(read, context, "#" + owner.getAttributeNS(null, "ID"));
      return defect != null || shown.isEmpty()
          ? new SignatureProof(null, defect)
          : madeBy(shown, signed, owner);
    } catch (MarshalException | XMLSignatureException e) {
      return failed("Elle ne peut pas être lue : " + e.getMessage() + ".");
    } catch (RuntimeException e) {
      // What the JDK's reader throws at structures it does not expect.
      return failed("Elle ne peut pas être lue.");
    }
  }

  private static DOMValidateContext context(Key key, Element signed, Element owner) {
    DOMValidateContext context = new DOMValidateContext(key, signed);
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    if (!owner.getAttributeNS(null, "ID").isEmpty()) {
      // Only this assertion can be what is signed: a wrapped one is not found.
      context.setIdAttributeNS(owner, null, "ID");
    }
    return context;
  }

  private static @Nullable String ofReference(
      XMLSignature signature, DOMValidateContext context, String uri) throws XMLSignatureException {
    if (signature.getSignedInfo().getReferences().size() != 1) {
      return "Elle n'a pas une seule référence.";
    }
    Reference reference = signature.getSignedInfo().getReferences().get(0);
    if (!uri.equals(reference.getURI())) {
      return "Elle ne porte pas sur l'assertion : sa référence est ailleurs.";
    }
    return reference.validate(context)
        ? null
        : "L'empreinte n'est pas celle de l'assertion : elle a changé.";
  }

  private static SignatureProof madeBy(List<X509Certificate> shown, Element signed, Element owner)
      throws MarshalException {
    for (X509Certificate certificate : shown) {
      DOMValidateContext context = context(certificate.getPublicKey(), signed, owner);
      // Read anew: a value remembers how it was first judged, whatever the key.
      XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      if (isMadeWith(context, read)) {
        return new SignatureProof(certificate, null);
      }
    }
    return failed(
        shown.size() == 1
            ? "SignatureValue n'a pas été faite par la clé du certificat montré."
            : "SignatureValue n'a été faite par la clé d'aucun des "
                + shown.size()
                + " certificats montrés.");
  }

  private static boolean isMadeWith(DOMValidateContext context, XMLSignature signature) {
    try {
      return signature.getSignatureValue().validate(context);
    } catch (XMLSignatureException e) {
      // A key of another kind, or too weak for the JDK: it is not the one, another may be.
      return false;
    }
  }

  private static SignatureProof failed(String defect) {
    return new SignatureProof(null, defect);
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
