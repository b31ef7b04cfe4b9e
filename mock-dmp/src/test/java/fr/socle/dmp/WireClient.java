package fr.socle.dmp;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client that knows nothing of the mock: a JDK, the files of the bench and strings. */
final class WireClient {
  private static final char[] PASSWORD = "socle".toCharArray();

  private WireClient() {}

  private static KeyStoreDescription described(SpaceDescriptor space, String name) {
    return space.keyStores().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static KeyStore store(SpaceDescriptor space, String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = new FileInputStream(described(space, name).pkcs12())) {
      store.load(file, PASSWORD);
    }
    return store;
  }

  static Certificates.Identity identity(SpaceDescriptor space, String name) throws Exception {
    KeyStore store = store(space, name);
    String alias = store.aliases().nextElement();
    return new Certificates.Identity(
        (PrivateKey) store.getKey(alias, PASSWORD), (X509Certificate) store.getCertificate(alias));
  }

  static HttpResponse<String> post(
      SpaceDescriptor space, String identity, String service, String envelope) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(space, identity), PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream pem = new FileInputStream(space.caFile())) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(20))
        .sslContext(tls)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(space.urls().get("dmp") + service))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", Messages.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
