package fr.socle.bench.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The client authorities of the user's own files, beside those of the bench. */
final class DeclaredAuthorities {
  private static final int KEY_CERT_SIGN = 5;

  private DeclaredAuthorities() {}

  /**
   * Every certificate of every file.
   *
   * @throws IllegalArgumentException in French, with the mend, if a file holds no authority, or
   *     something else beside it
   */
  static List<X509Certificate> read(List<Path> files) {
    List<X509Certificate> all = new ArrayList<>();
    for (Path file : files) {
      List<X509Certificate> found = certificates(file);
      found.forEach(one -> requireAuthority(one, file));
      all.addAll(found);
    }
    return List.copyOf(all);
  }

  private static List<X509Certificate> certificates(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "l'autorité cliente "
              + file
              + " n'existe pas ou n'est pas un fichier : donnez à --client-ca le fichier PEM des"
              + " certificats de votre autorité de test.");
    }
    try {
      return Pem.certificates(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "l'autorité cliente " + file + " ne peut pas être lue : vérifiez les droits du fichier.",
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "l'autorité cliente "
              + file
              + " ne contient aucun certificat : donnez un fichier PEM (-----BEGIN CERTIFICATE-----),"
              + " pas une clé ni un magasin PKCS#12.",
          e);
    }
  }

  // RFC 5280, 4.2.1.9 and 4.2.1.3: who may sign certificates says so.
  private static void requireAuthority(X509Certificate certificate, Path file) {
    boolean[] usage = certificate.getKeyUsage();
    boolean signs = usage == null || usage.length <= KEY_CERT_SIGN || usage[KEY_CERT_SIGN];
    if (certificate.getBasicConstraints() < 0 || !signs) {
      throw new IllegalArgumentException(
          "le certificat « "
              + certificate.getSubjectX500Principal().getName()
              + " » de "
              + file
              + " n'est pas celui d'une autorité (RFC 5280, 4.2.1.9) : donnez celui de l'autorité"
              + " qui l'a émis, « "
              + certificate.getIssuerX500Principal().getName()
              + " ».");
    }
  }
}
