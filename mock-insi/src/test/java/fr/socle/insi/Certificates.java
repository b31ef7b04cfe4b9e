package fr.socle.insi;

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
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates made on the spot, for tests that need a subject only. */
public final class Certificates {
  private Certificates() {}

  /**
   * A card.
   *
   * @param key its key
   * @param certificate its certificate
   */
  public record Card(PrivateKey key, X509Certificate certificate) {}

  public static X509Certificate of(String subject) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return certificate(subject, generator.generateKeyPair(), "SHA256withECDSA");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of another authority. */
  public static X509Certificate of(String subject, String issuer) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return certificate(subject, issuer, generator.generateKeyPair(), "SHA256withECDSA");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A CPS card. */
  public static Card card(String subject) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new Card(pair.getPrivate(), certificate(subject, pair, "SHA256withRSA"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(String subject, KeyPair pair, String algorithm)
      throws Exception {
    return certificate(
        subject, "CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS,O=SOCLE,C=FR", pair, algorithm);
  }

  private static X509Certificate certificate(
      String subject, String issuer, KeyPair pair, String algorithm) throws Exception {
    X500Name name = new X500Name(subject);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            BigInteger.ONE,
            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
            Date.from(Instant.parse("2027-01-01T00:00:00Z")),
            name,
            pair.getPublic());
    if (algorithm.endsWith("RSA")) {
      builder.addExtension(
          new ASN1ObjectIdentifier("1.2.250.1.71.1.2.2"), false, new ASN1Integer(0));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
  }
}
