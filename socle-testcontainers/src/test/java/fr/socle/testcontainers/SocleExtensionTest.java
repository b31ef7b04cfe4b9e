package fr.socle.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Played embedded by every build, and on the image by the profile {@code images}. */
class SocleExtensionTest {
  @RegisterExtension
  static final SocleExtension SOCLE =
      new SocleExtension(
          SocleOptions.builder()
              .setting("insi.idam", "IDAM-DE-TEST")
              .world(Path.of("src", "test", "resources", "monde.yaml"))
              .build());

  @Test
  void runsWhereThePropertySays(SocleBench bench) {
    Class<?> wanted =
        "conteneur".equals(System.getProperty(SocleExtension.WHERE))
            ? SocleContainer.class
            : EmbeddedSocle.class;

    assertThat(bench).isInstanceOf(wanted);
  }

  @Test
  void everyAddressIsReachedFromHere(SpaceDescriptor space) throws Exception {
    assertThat(space.urls())
        .containsKeys("control", "psc.discovery", "insi.certificate", "dmp", "mss.imap");
    for (Map.Entry<String, String> url : space.urls().entrySet()) {
      URI address = URI.create(url.getValue());
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 5_000);
        assertThat(socket.isConnected()).as(url.getKey()).isTrue();
      }
    }
  }

  @Test
  void theCopiedAuthorityVouchesForTheAddresses(SpaceDescriptor space) throws Exception {
    HttpResponse<String> metadata =
        https(space, null)
            .send(
                HttpRequest.newBuilder(URI.create(space.urls().get("psc.discovery"))).build(),
                BodyHandlers.ofString());

    assertThat(metadata.statusCode()).isEqualTo(200);
    assertThat(metadata.body()).contains('"' + space.urls().get("psc.issuer") + '"');
  }

  @Test
  void aCopiedKeyStoreOpensAServiceAndTheJournalTellsWhoseItIs(
      BenchClient client, SpaceDescriptor space) throws Exception {
    long before = client.exchanges(space.id(), 0, null).cursor();
    KeyStoreDescription keys =
        space.keyStores().stream()
            .filter(each -> each.name().equals("insi-auto"))
            .findFirst()
            .orElseThrow();

    HttpResponse<String> answer =
        https(space, keys)
            .send(
                HttpRequest.newBuilder(URI.create(space.urls().get("insi.certificate")))
                    .POST(BodyPublishers.ofString("<rien/>"))
                    .build(),
                BodyHandlers.ofString());

    assertThat(answer.body()).contains("Fault");
    assertThat(client.exchanges(space.id(), before, null).exchanges())
        .singleElement()
        .extracting(Exchange::clientCertificate)
        .asString()
        .contains("CN=INSI-AUTO");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keysAreForTheirOwnerAlone(SpaceDescriptor space) throws Exception {
    for (KeyStoreDescription keys : space.keyStores()) {
      assertThat(Files.getPosixFilePermissions(Path.of(keys.key())))
          .as(keys.name())
          .isSubsetOf(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void theOptionsAreThoseOfTheSpace(BenchClient client, SpaceDescriptor space) {
    assertThat(space.lps().idam()).isEqualTo("IDAM-DE-TEST");
    assertThat(client.clients(space.id()))
        .extracting(ClientDescription::clientId)
        .contains("agenda-cabinet");
    assertThat(client.professionals(space.id()))
        .extracting(Professional::familyName)
        .contains("FICTIVE");
  }

  @Test
  void aTestBeginsWithoutThePatientsOfAnother(BenchClient client, SpaceDescriptor space) {
    assertThat(client.createPatient(space.id(), new PatientRequest(null)).id()).isNotEmpty();

    SOCLE.beforeEach(null);

    assertThat(client.patients(space.id())).isEmpty();
  }

  private static HttpClient https(SpaceDescriptor space, @Nullable KeyStoreDescription keys)
      throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(Path.of(space.caFile()))) {
      trusted.setCertificateEntry(
          "socle", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory identity =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    if (keys != null) {
      char[] password = keys.password().toCharArray();
      identity.init(KeyStore.getInstance(Path.of(keys.pkcs12()).toFile(), password), password);
    } else {
      identity.init(null, null);
    }
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(tls).build();
  }
}
