package fr.socle.insi.protocol;

import static fr.socle.insi.protocol.Saml.ds;
import static fr.socle.insi.protocol.Saml.vitale;

import fr.socle.bench.xml.SignatureAlgorithms;
import fr.socle.bench.xml.SignatureProof;
import fr.socle.bench.xml.XmlElement;
import java.security.cert.X509Certificate;
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

  // insi.md 2.3 names no list: what the JDK lets, in any canonical form (SAML 2.0 Core, 5.4.4).
  private static final SignatureAlgorithms ALLOWED = SignatureAlgorithms.ofTheJdk();

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
    List<X509Certificate> shown = SignatureProof.certificates(signature);
    VitaleKey key =
        signature
            .descend(ds("KeyInfo"), vitale("KeyInfo"))
            .map(AssertionSignature::vitaleKey)
            .orElse(null);
    String method = algorithm(info, ds("SignatureMethod"));
    SignatureProof proof =
        ofVitale(method) || key != null
            ? SignatureProof.ofDigest(assertion, signature, ALLOWED)
            : SignatureProof.of(assertion, signature, ALLOWED);
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
}
