package exemple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Les réglages TLS tirés de bench.json : une autorité, et s'il le faut un certificat de client. */
final class Cles {
  private Cles() {}

  /** Celui de ce nom dans « keyStores ». */
  static JsonNode magasin(JsonNode banc, String nom) {
    for (JsonNode magasin : banc.path("keyStores")) {
      if (magasin.path("name").asText().equals(nom)) {
        return magasin;
      }
    }
    throw new Refus("Le banc n'a pas de certificat « " + nom + " ».");
  }

  /** Sans certificat de client quand le magasin est null. */
  static SSLContext tls(JsonNode banc, JsonNode magasin) {
    try {
      KeyStore autorites = KeyStore.getInstance("PKCS12");
      autorites.load(null, null);
      try (InputStream pem = Files.newInputStream(Path.of(banc.path("caFile").asText()))) {
        autorites.setCertificateEntry(
            "banc", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      }
      TrustManagerFactory confiance =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      confiance.init(autorites);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(magasin == null ? null : cles(magasin), confiance.getTrustManagers(), null);
      return tls;
    } catch (IOException | GeneralSecurityException e) {
      throw new Refus("Les certificats du banc ne se lisent pas : " + e.getMessage());
    }
  }

  private static KeyManager[] cles(JsonNode magasin) throws IOException, GeneralSecurityException {
    char[] secret = magasin.path("password").asText().toCharArray();
    KeyStore contenu = KeyStore.getInstance("PKCS12");
    try (InputStream p12 = Files.newInputStream(Path.of(magasin.path("pkcs12").asText()))) {
      contenu.load(p12, secret);
    }
    KeyManagerFactory cles =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    cles.init(contenu, secret);
    return cles.getKeyManagers();
  }
}
