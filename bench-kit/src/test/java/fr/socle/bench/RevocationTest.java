package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.pki.PkiOptions;
import fr.socle.bench.pki.TestPki;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients that look at the revocation of servers meet. */
@TestInstance(Lifecycle.PER_CLASS)
final class RevocationTest {
  private static final String REQUEST =
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok";

  @TempDir static Path directory;

  private Bench bench;
  private TestPki pki;

  /** How the JDK looks at it. */
  enum Way {
    LIST("IGC LCR"),
    RESPONDER("IGC OCSP");

    private final String transaction;

    Way(String transaction) {
      this.transaction = transaction;
    }

    private Set<Option> options() {
      return this == LIST
          ? EnumSet.of(Option.ONLY_END_ENTITY, Option.PREFER_CRLS, Option.NO_FALLBACK)
          : EnumSet.of(Option.ONLY_END_ENTITY, Option.NO_FALLBACK);
    }
  }

  @BeforeAll
  void start() {
    pki = TestPki.open(directory, PkiOptions.defaults(), Clock.systemUTC());
    bench =
        Bench.start(
            BenchOptions.builder().services(new EchoService()).pkiDirectory(directory).build());
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  private SpaceDescriptor space(String fault) {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    bench.armFault(space.id(), new FaultRequest("echo", fault, null, null, null));
    return space;
  }

  private SSLContext checking(Way way) throws Exception {
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(pki.serverTrustStore(), new X509CertSelector());
    PKIXRevocationChecker checker =
        (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
    checker.setOptions(way.options());
    parameters.addCertPathChecker(checker);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(new CertPathTrustManagerParameters(parameters));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static String talk(SpaceDescriptor space, SSLContext context) throws Exception {
    try (RawClient client = RawClient.secure(space.urls().get("echo.tls"), context)) {
      return client.send(REQUEST).readAnswer();
    }
  }

  private boolean wasAsked(SpaceDescriptor space, Way way) {
    return bench.exchanges(space.id(), 0, null).exchanges().stream()
        .map(Exchange::transaction)
        .anyMatch(way.transaction::equals);
  }

  @ParameterizedTest
  @EnumSource
  void takesACertificateThatIsNotRevoked(Way way) throws Exception {
    SpaceDescriptor space = space("certificat-serveur-revocable");
    assertThat(talk(space, checking(way))).endsWith("ok");
    assertThat(wasAsked(space, way)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void refusesACertificateThatIs(Way way) throws Exception {
    SpaceDescriptor space = space("certificat-serveur-revoque");
    SSLContext context = checking(way);
    assertThatThrownBy(() -> talk(space, context))
        .isInstanceOf(SSLException.class)
        .hasStackTraceContaining("Certificate has been revoked");
    assertThat(wasAsked(space, way)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void canNeitherTakeNorRefuseWhenNothingIsTold(Way way) throws Exception {
    SpaceDescriptor space = space("certificat-serveur-revocable");
    bench.armFault(
        space.id(), new FaultRequest("echo", "statut-http", Map.of("code", "503"), null, "/igc"));
    SSLContext context = checking(way);
    assertThatThrownBy(() -> talk(space, context)).isInstanceOf(SSLException.class);
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .anyMatch(one -> one.faults().contains("statut-http"));
  }

  @Test
  void isNothingToWhoDoesNotLook() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    SSLContext credulous = RawClient.context(pki.serverTrustStore(), empty, TestPki.PASSWORD);
    assertThat(talk(space("certificat-serveur-revoque"), credulous)).endsWith("ok");
  }

  @Test
  void isToldByAListThatCanBeKept() throws Exception {
    SpaceDescriptor space = space("certificat-serveur-revocable");
    URI list = URI.create(space.urls().get("echo.igc") + "/igc/lcr");
    byte[] first =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofByteArray())
            .body();
    X509CRL crl =
        (X509CRL)
            CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(first));
    // A list kept from before another space revoked anything tells of its certificate too
    assertThat(crl.getRevokedCertificates()).hasSize(1);
    assertThat(crl.getNextUpdate().toInstant())
        .isAfter(Clock.systemUTC().instant().plus(Duration.ofHours(12)));
  }

  @Test
  void answersNonsenseAsMalformed() throws Exception {
    SpaceDescriptor space = space("certificat-serveur-revocable");
    URI responder = URI.create(space.urls().get("echo.igc") + "/igc/ocsp");
    byte[] answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(responder)
                    .POST(HttpRequest.BodyPublishers.ofString("rien"))
                    .build(),
                BodyHandlers.ofByteArray())
            .body();
    // RFC 6960 4.2.1: malformedRequest (1), and nothing else
    assertThat(answer).containsExactly(0x30, 0x03, 0x0a, 0x01, 0x01);
  }

  @Test
  void isNotToBeHadWhereNoServiceTellsIt() {
    try (Bench lines =
        Bench.start(
            BenchOptions.builder()
                .services(new LineService(Duration.ofSeconds(5)))
                .pkiDirectory(directory)
                .build())) {
      SpaceDescriptor space = lines.createSpace(new SpaceRequest(null, null, null));
      assertThatThrownBy(
              () ->
                  lines.armFault(
                      space.id(),
                      new FaultRequest("lignes", "certificat-serveur-revoque", null, null, null)))
          .isInstanceOf(InvalidControlRequestException.class)
          .hasMessageContaining("Panne non disponible ici");
    }
  }
}
