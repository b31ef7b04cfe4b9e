package fr.socle.insi.protocol;

import static fr.socle.insi.protocol.Saml.ds;
import static fr.socle.insi.protocol.Saml.vitale;

import fr.socle.bench.xml.XmlElement;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * The signature of an assertion, and whether it holds.
 *
 * @param element the signature
 * @param canonicalization algorithm of CanonicalizationMethod
 * @param method algorithm of SignatureMethod
 * @param references its references
 * @param certificate of the certificates it shows, the one whose key made it; the first one when
 *     none did; null when it shows none that can be read
 * @param vitaleKey key of a Vitale card; null for another signature
 * @param defect why it does not hold, French; null when it does. The signature of a Vitale card can
 *     be checked by the national service only: of that one the digest holds or not.
 */
public record AssertionSignature(
    XmlElement element,
    @Nullable String canonicalization,
    @Nullable String method,
    List<Reference> references,
    @Nullable X509Certificate certificate,
    @Nullable VitaleKey vitaleKey,
    @Nullable String defect) {

  private static final int CERTIFICATES_TRIED = 10;

  /** Copies the list. */
  public AssertionSignature {
    references = List.copyOf(references);
  }

  /**
   * What is signed.
   *
   * @param uri attribute URI
   * @param digest algorithm of DigestMethod
   * @param transforms algorithms of its transforms, in order
   */
  public record Reference(@Nullable String uri, @Nullable String digest, List<String> transforms) {
    /** Copies the list. */
    public Reference {
      transforms = List.copyOf(transforms);
    }
  }

  /**
   * The card that signed.
   *
   * @param type V2, V1IGEA or V1SCOT
   * @param nature R, D or T
   * @param serial NumSerieLogique
   * @param mother CleMere, of V2
   * @param maker NumFabricant, of V1SCOT
   */
  public record VitaleKey(
      @Nullable String type,
      @Nullable String nature,
      @Nullable String serial,
      @Nullable String mother,
      @Nullable String maker) {}

  /** Whether it says to be made by a Vitale card. */
  public boolean isOfVitale() {
    return ofVitale(method) || vitaleKey != null;
  }

  private static boolean ofVitale(@Nullable String method) {
    return method != null && Saml.VITALE_SIGNATURES.contains(method);
  }

  static AssertionSignature read(XmlElement assertion, XmlElement signature) {
    Optional<XmlElement> info = signature.child(ds("SignedInfo"));
    List<Reference> references =
        info.map(each -> each.children(ds("Reference"))).orElse(List.of()).stream()
            .map(AssertionSignature::reference)
            .toList();
    // A card may show its whole chain, in any order (W3C XML Signature, 4.5.4); no more than that.
    List<X509Certificate> shown =
        signature.children(ds("KeyInfo")).stream()
            .flatMap(each -> each.children(ds("X509Data")).stream())
            .flatMap(each -> each.children(ds("X509Certificate")).stream())
            .limit(CERTIFICATES_TRIED)
            .flatMap(each -> certificate(each.text()).stream())
            .toList();
    VitaleKey key =
        signature
            .descend(ds("KeyInfo"), vitale("KeyInfo"))
            .map(AssertionSignature::vitaleKey)
            .orElse(null);
    String method = algorithm(info, ds("SignatureMethod"));
    SignatureProof proof =
        ofVitale(method) || key != null
            ? SignatureProof.ofDigest(assertion, signature)
            : SignatureProof.of(assertion, signature, shown);
    X509Certificate maker = proof.maker();
    return new AssertionSignature(
        signature,
        algorithm(info, ds("CanonicalizationMethod")),
        method,
        references,
        maker == null && !shown.isEmpty() ? shown.get(0) : maker,
        key,
        proof.defect());
  }

  private static Reference reference(XmlElement element) {
    return new Reference(
        element.attribute("URI").orElse(null),
        algorithm(Optional.of(element), ds("DigestMethod")),
        element
            .child(ds("Transforms"))
            .map(each -> each.children(ds("Transform")))
            .orElse(List.of())
            .stream()
            .map(each -> each.attribute("Algorithm").orElse(""))
            .toList());
  }

  private static @Nullable String algorithm(Optional<XmlElement> parent, QName name) {
    return parent
        .flatMap(each -> each.child(name))
        .flatMap(each -> each.attribute("Algorithm"))
        .orElse(null);
  }

  private static VitaleKey vitaleKey(XmlElement element) {
    return new VitaleKey(
        element.textOf(vitale("Type")).orElse(null),
        element.textOf(vitale("Nature")).orElse(null),
        element.textOf(vitale("NumSerieLogique")).orElse(null),
        element.textOf(vitale("CleMere")).orElse(null),
        element.textOf(vitale("NumFabricant")).orElse(null));
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
}
