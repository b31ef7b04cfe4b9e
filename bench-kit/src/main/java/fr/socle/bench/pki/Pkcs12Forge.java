package fr.socle.bench.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * Writes PKCS#12 files (RFC 7292) with algorithms chosen here, not by the version of the JDK: one
 * form that current software demands, one that old software alone can read.
 */
final class Pkcs12Forge {
  /**
   * Rounds of derivation, those OpenSSL writes. The password is known to all, more would protect
   * nothing and every opening would pay for them.
   */
  private static final int ITERATIONS = 2_048;

  private final Provider provider = new BouncyCastleProvider();

  /** AES-256 in CBC mode under PBKDF2 with HMAC SHA-256; integrity by HMAC SHA-256. */
  byte[] modern(String alias, PrivateKey key, List<X509Certificate> chain) {
    try {
      return pfx(
          alias,
          key,
          chain,
          new Protection(aes256(), aes256(), mac(NISTObjectIdentifiers.id_sha256, ITERATIONS)));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("PKCS#12 moderne impossible à former.", e);
    }
  }

  /** RC2-40 for certificates, triple DES for the key, HMAC SHA-1: what Windows XP wrote. */
  byte[] legacy(String alias, PrivateKey key, List<X509Certificate> chain) {
    try {
      return pfx(
          alias,
          key,
          chain,
          new Protection(
              pbe(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC),
              pbe(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC),
              mac(OIWObjectIdentifiers.idSHA1, ITERATIONS)));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("PKCS#12 ancien impossible à former.", e);
    }
  }

  private static byte[] pfx(
      String alias, PrivateKey key, List<X509Certificate> chain, Protection protection) {
    try {
      SubjectKeyIdentifier localKey =
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(chain.get(0).getPublicKey());
      PKCS12SafeBag[] certificates = new PKCS12SafeBag[chain.size()];
      for (int i = 0; i < certificates.length; i++) {
        PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(chain.get(i));
        if (i == 0) {
          named(bag, alias, localKey);
        }
        certificates[i] = bag.build();
      }
      PKCS12SafeBagBuilder keyBag = new JcaPKCS12SafeBagBuilder(key, protection.forKey());
      named(keyBag, alias, localKey);
      return new PKCS12PfxPduBuilder()
          .addEncryptedData(protection.forCertificates(), certificates)
          .addData(keyBag.build())
          .build(protection.mac(), TestPki.PASSWORD.toCharArray())
          .getEncoded();
    } catch (GeneralSecurityException | PKCSException | IOException e) {
      throw new IllegalStateException("PKCS#12 de " + alias + " impossible à former.", e);
    }
  }

  private static void named(PKCS12SafeBagBuilder bag, String alias, SubjectKeyIdentifier localKey) {
    bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias));
    bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, localKey);
  }

  private OutputEncryptor aes256() throws OperatorCreationException {
    return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
        .setProvider(provider)
        .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
        .setIterationCount(ITERATIONS)
        .build(TestPki.PASSWORD.toCharArray());
  }

  private OutputEncryptor pbe(ASN1ObjectIdentifier algorithm) throws OperatorCreationException {
    return new JcePKCSPBEOutputEncryptorBuilder(algorithm)
        .setProvider(provider)
        .setIterationCount(ITERATIONS)
        .build(TestPki.PASSWORD.toCharArray());
  }

  private JcePKCS12MacCalculatorBuilder mac(ASN1ObjectIdentifier digest, int iterations) {
    return new JcePKCS12MacCalculatorBuilder(digest)
        .setProvider(provider)
        .setIterationCount(iterations);
  }

  /** How a file is closed. */
  private record Protection(
      OutputEncryptor forKey, OutputEncryptor forCertificates, JcePKCS12MacCalculatorBuilder mac) {}
}
