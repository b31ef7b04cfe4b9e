package fr.socle.dmp;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates made on the spot. */
public final class Certificates {
  /** Structure of every organisation here. */
  public static final String STRUCTURE = "1750999997";

  /** Holder of every card here. */
  public static final String HOLDER = "899900099997";

  private static final int SIGN = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
  private static final int AUTHENTICATE = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
  private static final String CARD_SUBJECT =
      "C=FR,T=Médecin,SURNAME=DUPONT-TEST,GIVENNAME=LEA,CN=" + HOLDER;

  private Certificates() {}

  /**
   * A key and its certificate.
   *
   * @param key private key
   * @param certificate certificate
   */
  public record Identity(PrivateKey key, X509Certificate certificate) {
    /** The subject as a VIHF writes it. */
    public String subject() {
      return certificate
          .getSubjectX500Principal()
          .getName("RFC2253", java.util.Map.of("2.5.4.12", "T", "2.5.4.4", "SN", "2.5.4.42", "GN"));
    }
  }

  public static Identity seal() {
    return of(organisation("CACHET"), SIGN, null);
  }

  public static Identity sealOf(String structure) {
    return of("C=FR,O=AUTRE,OU=" + structure + ",CN=CACHET", SIGN, null);
  }

  /** A seal of the structure under another name. */
  public static Identity sealNamed(String name) {
    return of(organisation(name), SIGN, null);
  }

  /** A seal that may sign what lasts, and nothing else. */
  public static Identity sealOfCommitment() {
    return of(organisation("CACHET"), KeyUsage.nonRepudiation, null);
  }

  public static Identity organisationTls() {
    return of(organisation("SERVEUR"), AUTHENTICATE, null);
  }

  public static Identity cardSignature() {
    return of(CARD_SUBJECT, SIGN, 0);
  }

  /** The signature certificate of another card. */
  public static Identity cardSignatureOf(String holder) {
    return of("C=FR,T=Médecin,SURNAME=AUTRE-TEST,GIVENNAME=ANNE,CN=" + holder, SIGN, 0);
  }

  public static Identity cardTls() {
    return of(CARD_SUBJECT, AUTHENTICATE, 0);
  }

  /** A card of an employee. */
  public static Identity employeeTls() {
    return of("C=FR,CN=3" + STRUCTURE + "/SECRETAIRE", AUTHENTICATE, 2);
  }

  private static String organisation(String name) {
    return "C=FR,ST=Paris (75),O=HOPITAL FICTIF,OU=" + STRUCTURE + ",CN=" + name;
  }

  private static Identity of(String subject, int usage, Integer card) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name(subject);
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=TEST AC IGC-SANTE ELEMENTAIRE,O=SOCLE,C=FR"),
              BigInteger.ONE,
              Date.from(Instant.parse("2026-01-01T00:00:00Z")),
              Date.from(Instant.parse("2028-01-01T00:00:00Z")),
              name,
              pair.getPublic());
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (card != null) {
        builder.addExtension(
            new ASN1ObjectIdentifier("1.2.250.1.71.1.2.2"), false, new ASN1Integer(card));
      }
      return new Identity(
          pair.getPrivate(),
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
