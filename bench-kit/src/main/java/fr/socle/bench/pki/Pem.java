package fr.socle.bench.pki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** PEM text (RFC 7468) of certificates, private keys and revocation lists. */
final class Pem {
  private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_END = "-----END PRIVATE KEY-----";

  private Pem() {}

  static byte[] of(List<X509Certificate> chain) {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate certificate : chain) {
        text.append(block("CERTIFICATE", certificate.getEncoded()));
      }
    } catch (CertificateException e) {
      throw new IllegalStateException("Certificat impossible à écrire.", e);
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] of(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] of(X509CRL crl) {
    try {
      return block("X509 CRL", crl.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    } catch (CRLException e) {
      throw new IllegalStateException("Liste de révocation impossible à écrire.", e);
    }
  }

  static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
    List<X509Certificate> found = new ArrayList<>();
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem))) {
      found.add((X509Certificate) certificate);
    }
    if (found.isEmpty()) {
      throw new CertificateException("Aucun certificat dans ce fichier.");
    }
    return List.copyOf(found);
  }

  static X509CRL crl(byte[] pem) throws GeneralSecurityException {
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(pem));
  }

  static PrivateKey privateKey(byte[] pem) throws GeneralSecurityException {
    String text = new String(pem, StandardCharsets.US_ASCII);
    int from = text.indexOf(KEY_BEGIN);
    int to = text.indexOf(KEY_END);
    if (from < 0 || to < from) {
      throw new GeneralSecurityException("Aucune clé privée PKCS#8 dans ce fichier.");
    }
    byte[] der = Base64.getMimeDecoder().decode(text.substring(from + KEY_BEGIN.length(), to));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  private static String block(String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
