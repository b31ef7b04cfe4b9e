package fr.socle.insi.protocol;

import java.util.List;
import javax.xml.namespace.QName;

/** Names of assertions and of their signatures: insi.md 2.3 (S:2, S:4, S:18). */
public final class Saml {
  /** An assertion. */
  public static final QName ASSERTION = saml("Assertion");

  /** Format of an issuer that is the subject of a certificate. */
  public static final String SUBJECT_NAME =
      "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName";

  /** Exclusive canonical form. */
  public static final String EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

  /** Transform that takes the signature out. */
  public static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

  /** Signature of a card. */
  public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  /** Digest. */
  public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  /** Signatures of Vitale cards, by type of card: V2, V1IGEA, V1SCOT. */
  public static final List<String> VITALE_SIGNATURES =
      List.of(
          "http://www.sesam-vitale.fr/xmldsig/2011/06/V2-SHA256",
          "http://www.sesam-vitale.fr/xmldsig/2011/06/V1IGEA-SHA256/20",
          "http://www.sesam-vitale.fr/xmldsig/2011/06/V1SCOT-SHA256/6");

  static final QName SIGNATURE = ds("Signature");

  private Saml() {}

  static QName saml(String local) {
    return new QName("urn:oasis:names:tc:SAML:2.0:assertion", local);
  }

  static QName ds(String local) {
    return new QName("http://www.w3.org/2000/09/xmldsig#", local);
  }

  static QName vitale(String local) {
    return new QName("http://www.sesam-vitale.fr/xmldsig/2011/12/vitale", local);
  }
}
