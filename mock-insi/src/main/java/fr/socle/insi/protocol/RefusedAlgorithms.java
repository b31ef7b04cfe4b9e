package fr.socle.insi.protocol;

import static fr.socle.insi.protocol.Saml.ds;

import fr.socle.bench.xml.XmlElement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms of a signature that could leave a part of the assertion unsigned, or make the
 * bench run a program it was sent: all but the canonical forms and enveloped-signature, as SAML 2.0
 * Core, 5.4.4 lets a verifier do. XPath and XSLT are such.
 */
final class RefusedAlgorithms {
  private static final Set<String> CANONICAL_FORMS =
      Set.of(
          Saml.EXC_C14N,
          Saml.EXC_C14N + "WithComments",
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
          "http://www.w3.org/2006/12/xml-c14n11",
          "http://www.w3.org/2006/12/xml-c14n11#WithComments");

  private RefusedAlgorithms() {}

  /** Why a signature is refused unread, French; null when it is not. */
  static @Nullable String in(XmlElement signature) {
    // Wherever they stand: also in KeyInfo and in a manifest.
    Optional<String> transform =
        below(signature)
            .filter(each -> each.is(ds("Transform")))
            .map(RefusedAlgorithms::algorithm)
            .filter(name -> !name.equals(Saml.ENVELOPED) && !CANONICAL_FORMS.contains(name))
            .findFirst();
    if (transform.isPresent()) {
      return "La transformation « "
          + transform.get()
          + " » est refusée : elle peut laisser une partie de l'assertion hors de la signature."
          + " Ne transformez l'assertion que par enveloped-signature et exc-c14n.";
    }
    return below(signature)
        .filter(each -> each.is(ds("CanonicalizationMethod")))
        .map(RefusedAlgorithms::algorithm)
        .filter(name -> !CANONICAL_FORMS.contains(name))
        .findFirst()
        .map(name -> "La forme canonique « " + name + " » est refusée : employez exc-c14n.")
        .orElse(null);
  }

  private static String algorithm(XmlElement element) {
    return element.attribute("Algorithm").orElse("");
  }

  private static Stream<XmlElement> below(XmlElement element) {
    return element.children().stream().flatMap(each -> Stream.concat(Stream.of(each), below(each)));
  }
}
