package fr.socle.bench.xml;

import static fr.socle.bench.xml.SignatureProof.ds;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * What a signature may be made with; whatever is not in a list is refused unread. XPath and XSLT
 * never are: they could leave a part unsigned, or make the bench run a program it was sent.
 *
 * @param methods algorithms of SignatureMethod; none: what the policy of the JDK lets
 * @param digests algorithms of DigestMethod; none: likewise
 * @param forms canonical forms, of CanonicalizationMethod and of transforms
 */
public record SignatureAlgorithms(Set<String> methods, Set<String> digests, Set<String> forms) {
  // Each is carried out before anything is trusted; the JDK's secure validation allows five too.
  private static final int MOST = 5;

  /** Transform that takes the signature out. */
  public static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

  /** Exclusive canonical form. */
  public static final String EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

  /** RSA and SHA-1. */
  public static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

  /** RSA and SHA-256. */
  public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  /** SHA-1. */
  public static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";

  /** SHA-256. */
  public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  /** Copies the sets. */
  public SignatureAlgorithms {
    methods = Set.copyOf(methods);
    digests = Set.copyOf(digests);
    forms = Set.copyOf(forms);
  }

  /** RSA with SHA-256, 384 or 512, and the exclusive canonical form. */
  public static SignatureAlgorithms modern() {
    return new SignatureAlgorithms(
        Set.of(
            RSA_SHA256,
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"),
        Set.of(
            SHA256,
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512"),
        Set.of(EXC_C14N, EXC_C14N + "WithComments"));
  }

  /** Any canonical form, and what the policy of the JDK lets for the rest. */
  public static SignatureAlgorithms ofTheJdk() {
    return new SignatureAlgorithms(
        Set.of(),
        Set.of(),
        Set.of(
            EXC_C14N,
            EXC_C14N + "WithComments",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments"));
  }

  /** The same and SHA-1, which no new signature should use. */
  public SignatureAlgorithms andSha1() {
    return new SignatureAlgorithms(with(methods, RSA_SHA1), with(digests, SHA1), forms);
  }

  /** Whether the policy of the JDK judges the methods. */
  boolean leftToTheJdk() {
    return methods.isEmpty();
  }

  /** Why a signature is refused unread, French. */
  Optional<String> refusal(XmlElement signature) {
    if (below(signature).filter(each -> each.is(ds("Transform"))).limit(MOST + 1).count() > MOST) {
      return Optional.of(
          "Elle a plus de "
              + MOST
              + " transformations : enveloped-signature et exc-c14n suffisent, une fois chacune.");
    }
    return unknown(signature, ds("Transform"), with(forms, ENVELOPED))
        .map(
            name ->
                "La transformation « "
                    + name
                    + " » est refusée : elle peut laisser une partie hors de la signature. Ne"
                    + " transformez que par enveloped-signature et exc-c14n.")
        .or(
            () ->
                unknown(signature, ds("CanonicalizationMethod"), forms)
                    .map(
                        name ->
                            "La forme canonique « " + name + " » est refusée : employez exc-c14n."))
        .or(
            () ->
                unknown(signature, ds("SignatureMethod"), methods)
                    .or(() -> unknown(signature, ds("DigestMethod"), digests))
                    .filter(name -> !leftToTheJdk())
                    .map(
                        name ->
                            "L'algorithme « "
                                + name
                                + " » est refusé : signez en RSA avec SHA-256."));
  }

  private static Optional<String> unknown(XmlElement signature, QName element, Set<String> known) {
    return below(signature)
        .filter(each -> each.is(element))
        .map(each -> each.attribute("Algorithm").orElse(""))
        .filter(name -> !known.contains(name))
        .findFirst();
  }

  private static Set<String> with(Set<String> some, String one) {
    Set<String> all = new HashSet<>(some);
    all.add(one);
    return Set.copyOf(all);
  }

  private static Stream<XmlElement> below(XmlElement element) {
    return element.children().stream().flatMap(each -> Stream.concat(Stream.of(each), below(each)));
  }
}
