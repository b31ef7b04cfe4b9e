package fr.socle.bench.xml;

import java.io.ByteArrayInputStream;
import java.security.Key;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Whether the signature inside an element with an attribute {@code ID}, such as a SAML assertion,
 * holds (W3C XML Signature 3.2). The message is never touched: the proof works on a copy.
 *
 * <p>What may be used is what is allowed and nothing else: the policy of the JDK alone would refuse
 * what national samples are made with. Only the very element can be what is signed: a signature
 * that points elsewhere, as in a wrapping attack, does not hold.
 *
 * @param maker certificate shown whose key made it; null when none did, or none was tried
 * @param defect what is wrong with it, French; null when nothing is
 */
public record SignatureProof(@Nullable X509Certificate maker, @Nullable String defect) {
  private static final int CERTIFICATES_TRIED = 10;
  // Where only the digest is computed, this key is never used.
  private static final Key UNUSED = new SecretKeySpec(new byte[] {1}, "NONE");

  /**
   * Proves a signature by one of the certificates it shows, whichever holds.
   *
   * @param signed the element it must cover, all of it
   * @param signature the {@code ds:Signature}, a child of it
   * @param allowed what it may be made with
   */
  public static SignatureProof of(
      XmlElement signed, XmlElement signature, SignatureAlgorithms allowed) {
    List<X509Certificate> shown = certificates(signature);
    return shown.isEmpty()
        ? failed("KeyInfo ne montre aucun certificat X.509 lisible.")
        : proved(signed, signature, shown, allowed);
  }

  /**
   * Proves no more than the digest: all that can be checked of a signature whose method nobody
   * outside the national system computes.
   */
  public static SignatureProof ofDigest(
      XmlElement signed, XmlElement signature, SignatureAlgorithms allowed) {
    return proved(signed, signature, List.of(), allowed);
  }

  /** The certificates a signature shows, those that can be read; ten at most. */
  public static List<X509Certificate> certificates(XmlElement signature) {
    return signature.children(ds("KeyInfo")).stream()
        .flatMap(each -> each.children(ds("X509Data")).stream())
        .flatMap(each -> each.children(ds("X509Certificate")).stream())
        .limit(CERTIFICATES_TRIED)
        .flatMap(each -> certificate(each.text()).stream())
        .toList();
  }

  private static SignatureProof proved(
      XmlElement signed,
      XmlElement signature,
      List<X509Certificate> shown,
      SignatureAlgorithms allowed) {
    String id = signed.attribute("ID").orElse("");
    if (id.isEmpty()) {
      return failed("L'élément signé n'a pas d'attribut ID.");
    }
    // Before the JDK reads anything: it would carry out some of them.
    Optional<String> refused = allowed.refusal(signature);
    if (refused.isPresent()) {
      return failed(refused.get());
    }
    Document copy = (Document) signed.dom().getOwnerDocument().cloneNode(true);
    Element owner = (Element) same(signed.dom(), copy);
    Element inside = (Element) same(signature.dom(), copy);
    if (inside.getParentNode() != owner) {
      return failed("Elle n'est pas directement dans l'élément signé.");
    }
    if (shown.isEmpty()) {
      known(inside);
    }
    try {
      DOMValidateContext context = context(UNUSED, inside, owner, allowed);
      XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      String defect = ofReference(read, context, "#" + id);
      return defect != null || shown.isEmpty()
          ? new SignatureProof(null, defect)
          : madeBy(shown, inside, owner, allowed);
    } catch (MarshalException | XMLSignatureException e) {
      return failed("Elle ne peut pas être lue : " + e.getMessage() + ".");
    } catch (RuntimeException e) {
      // What the JDK's reader throws at structures it does not expect.
      return failed("Elle ne peut pas être lue.");
    }
  }

  private static DOMValidateContext context(
      Key key, Element signature, Element owner, SignatureAlgorithms allowed) {
    DOMValidateContext context = new DOMValidateContext(key, signature);
    context.setProperty("org.jcp.xml.dsig.secureValidation", allowed.leftToTheJdk());
    // Only this element can be what is signed: a wrapped one is not found.
    context.setIdAttributeNS(owner, null, "ID");
    return context;
  }

  private static SignatureProof madeBy(
      List<X509Certificate> shown, Element signature, Element owner, SignatureAlgorithms allowed)
      throws MarshalException {
    for (X509Certificate certificate : shown) {
      DOMValidateContext context = context(certificate.getPublicKey(), signature, owner, allowed);
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

  /** Gives the signature an algorithm the reader knows, so that it computes the digest. */
  private static void known(Element signature) {
    Node method =
        signature.getElementsByTagNameNS(ds("").getNamespaceURI(), "SignatureMethod").item(0);
    if (method instanceof Element element) {
      element.setAttributeNS(null, "Algorithm", SignatureAlgorithms.RSA_SHA256);
    }
  }

  private static @Nullable String ofReference(
      XMLSignature signature, DOMValidateContext context, String uri) throws XMLSignatureException {
    if (signature.getSignedInfo().getReferences().size() != 1) {
      return "Elle n'a pas une seule référence.";
    }
    Reference reference = signature.getSignedInfo().getReferences().get(0);
    if (!uri.equals(reference.getURI())) {
      return "Elle ne porte pas sur l'élément qui la contient : sa référence est ailleurs.";
    }
    return reference.validate(context)
        ? null
        : "L'empreinte n'est pas celle de l'élément signé : il a changé.";
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

  private static Optional<X509Certificate> certificate(String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static QName ds(String local) {
    return new QName("http://www.w3.org/2000/09/xmldsig#", local);
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
