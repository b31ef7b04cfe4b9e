package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.TlsSession;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.pki.PkiOptions;
import fr.socle.bench.pki.StandardClient;
import fr.socle.bench.pki.TestPki;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
final class HandshakesTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String REQUEST =
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok";

  @TempDir static Path directory;

  private Bench bench;
  private TestPki pki;

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

  private SpaceDescriptor space() {
    return bench.createSpace(new SpaceRequest(null, null, null));
  }

  private SSLContext as(StandardClient client) throws Exception {
    return RawClient.context(
        pki.serverTrustStore(), pki.client(client).keyStore(), TestPki.PASSWORD);
  }

  private SSLContext anonymous() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    return RawClient.context(pki.serverTrustStore(), empty, TestPki.PASSWORD);
  }

  private static String talk(String address, SSLContext context) throws IOException {
    try (RawClient client = RawClient.secure(address, context)) {
      return client.send(REQUEST).readAnswer();
    }
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2", "TLSv1.3"})
  void namesTheClientOfAnExchange(String protocol) throws Exception {
    SpaceDescriptor space = space();
    String answer;
    try (RawClient client =
        RawClient.secure(space.urls().get("echo.certificat"), as(StandardClient.INSI_AUTO))) {
      ((SSLSocket) client.socket()).setEnabledProtocols(new String[] {protocol});
      answer = client.send(REQUEST).readAnswer();
    }
    Exchange exchange = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(exchange.clientCertificate())
        .isEqualTo(pki.client(StandardClient.INSI_AUTO).subject());
    assertThat(bench.rawExchange(space.id(), exchange.sequence()).response())
        .isEqualTo(answer.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void servesTheClientOfTheJdk() throws Exception {
    SpaceDescriptor space = space();
    HttpClient client = HttpClient.newBuilder().sslContext(as(StandardClient.PSC_CLIENT)).build();
    for (String listener : List.of("echo.tls", "echo.demande", "echo.certificat")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(space.urls().get(listener) + "/echo"))
              .POST(HttpRequest.BodyPublishers.ofString(listener))
              .build();
      for (int i = 0; i < 3; i++) {
        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(listener);
      }
    }
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .hasSize(9)
        .allSatisfy(exchange -> assertThat(exchange.kind()).isEqualTo(Kind.HTTP));
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED,TLSv1.3,expiré",
    "REVOKED,TLSv1.3,révoqué",
    "UNKNOWN_AUTHORITY,TLSv1.3,autorité",
    "NOT_YET_VALID,TLSv1.2,pas encore valable",
    "CPS_SIGNATURE,TLSv1.2,signature"
  })
  void recordsARefusedClientWithTheReason(StandardClient client, String protocol, String reason)
      throws Exception {
    SpaceDescriptor space = space();
    Window window = bench.openWindow(space.id(), new WindowRequest("refus"));
    for (int i = 0; i < 2; i++) {
      try (RawClient raw = RawClient.secure(space.urls().get("echo.certificat"), as(client))) {
        ((SSLSocket) raw.socket()).setEnabledProtocols(new String[] {protocol});
        assertThatThrownBy(() -> raw.send(REQUEST).readAnswer()).isInstanceOf(IOException.class);
      }
    }
    assertThat(bench.closeWindow(space.id(), window.id()).exchanges()).isEqualTo(2);
    assertThat(bench.exchanges(space.id(), 0, window.id()).exchanges())
        .hasSize(2)
        .allSatisfy(
            exchange -> {
              assertThat(exchange.kind()).isEqualTo(Kind.HANDSHAKE);
              assertThat(exchange.clientCertificate()).isEqualTo(pki.client(client).subject());
              assertThat(exchange.refusal().code()).isEqualTo("certificat-client-refuse");
              assertThat(exchange.refusal().reason()).contains(reason);
              assertThat(exchange.requestSize()).isPositive();
              assertThat(exchange.responseSize()).isPositive();
            });
  }

  @ParameterizedTest
  @CsvSource({"EXPIRED,TLSv1.2", "EXPIRED,TLSv1.3", "UNKNOWN_AUTHORITY,TLSv1.2"})
  void letsEveryRefusedClientReadTheAlert(StandardClient client, String protocol) throws Exception {
    SpaceDescriptor space = space();
    Window window = bench.openWindow(space.id(), new WindowRequest("alerte"));
    int clients = 25;
    for (int i = 0; i < clients; i++) {
      try (RawClient raw = RawClient.secure(space.urls().get("echo.certificat"), as(client))) {
        ((SSLSocket) raw.socket()).setEnabledProtocols(new String[] {protocol});
        assertThatThrownBy(() -> raw.send(REQUEST).readAnswer())
            .isInstanceOf(SSLException.class)
            .hasMessageContaining("Received fatal alert: ");
      }
    }
    assertThat(bench.closeWindow(space.id(), window.id()).exchanges()).isEqualTo(clients);
  }

  @Test
  void recordsARefusalWithoutWaitingForTheClientToLeave() throws Exception {
    SpaceDescriptor space = space();
    try (RawClient raw =
        RawClient.secure(space.urls().get("echo.certificat"), as(StandardClient.EXPIRED))) {
      ((SSLSocket) raw.socket()).setEnabledProtocols(new String[] {"TLSv1.3"});
      ((SSLSocket) raw.socket()).startHandshake();
      Exchange refused = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
      assertThat(refused.refusal().code()).isEqualTo("certificat-client-refuse");
    }
  }

  @Test
  void recordsAClientWithoutCertificateWhereOneIsRequired() throws Exception {
    SpaceDescriptor space = space();
    assertThatThrownBy(() -> talk(space.urls().get("echo.certificat"), anonymous()))
        .isInstanceOf(IOException.class);
    assertThat(talk(space.urls().get("echo.demande"), anonymous())).endsWith("ok");
    Exchange exchange = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(exchange.kind()).isEqualTo(Kind.HANDSHAKE);
    assertThat(exchange.refusal().code()).isEqualTo("certificat-client-absent");
  }

  @Test
  void recordsWhatIsNotAHandshake() throws Exception {
    SpaceDescriptor space = space();
    try (RawClient client = RawClient.clear(space.urls().get("echo.tls"))) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readAll();
    }
    Exchange clear = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(clear.refusal().code()).isEqualTo("clair-sur-tls");

    try (RawClient client = RawClient.clear(space.urls().get("echo.tls"))) {
      client.send(new byte[] {0x16, 3, 1, 1, 0, 1, 0}).socket().shutdownOutput();
      client.readAll();
    }
    Exchange half = bench.await(space.id(), clear.sequence(), "echo", null, LONG).orElseThrow();
    assertThat(half.kind()).isEqualTo(Kind.HANDSHAKE);
    assertThat(half.refusal().code()).isEqualTo("poignee-de-main-interrompue");
    assertThat(bench.rawExchange(space.id(), half.sequence()).request()).hasSize(7);

    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      client.send(new byte[] {0x16, 3, 1, 0, 5, 1, 0, 0, 1, 0, 13, 10}).readAll();
    }
    Exchange tls = bench.await(space.id(), half.sequence(), "echo", null, LONG).orElseThrow();
    assertThat(tls.kind()).isEqualTo(Kind.CONNECTION);
    assertThat(tls.refusal().reason()).contains("TLS à un port HTTP en clair");
    assertThat(bench.exchanges(space.id(), 0, null).exchanges()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "certificat-serveur-expire",
    "certificat-serveur-mauvais-nom",
    "certificat-serveur-autorite-inconnue"
  })
  void presentsABadCertificateUntilTheWindowCloses(String fault) throws Exception {
    SpaceDescriptor space = space();
    String address = space.urls().get("echo.tls");
    HttpClient client = HttpClient.newBuilder().sslContext(anonymous()).build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/echo")).build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

    Window window = bench.openWindow(space.id(), new WindowRequest("panne"));
    Fault armed = bench.armFault(space.id(), new FaultRequest("echo", fault, null, null, null));
    assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
        .isInstanceOf(SSLException.class);
    assertThatThrownBy(() -> talk(address, anonymous())).isInstanceOf(SSLException.class);
    bench.closeWindow(space.id(), window.id());

    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    List<Exchange> struck = bench.exchanges(space.id(), 0, window.id()).exchanges();
    assertThat(struck)
        .isNotEmpty()
        .allSatisfy(
            exchange -> {
              assertThat(exchange.kind()).isEqualTo(Kind.HANDSHAKE);
              assertThat(exchange.faults()).containsExactly(fault);
              // The client of the JDK closes without a word; a socket tells why.
              assertThat(exchange.refusal().reason()).contains("certificat du serveur");
            })
        .anySatisfy(
            exchange ->
                assertThat(exchange.refusal().code()).isEqualTo("certificat-serveur-refuse"));
    assertThat(armed.remaining()).isNull();
    assertThat(bench.faults(space.id())).isEmpty();
  }

  @Test
  void presentsABadCertificateOnTheOnePortThatIsNamed() throws Exception {
    SpaceDescriptor space = space();
    bench.armFault(
        space.id(),
        new FaultRequest(
            "echo", "certificat-serveur-expire", Map.of("port", "echo.demande"), null, null));

    assertThat(talk(space.urls().get("echo.tls"), anonymous())).endsWith("ok");
    assertThatThrownBy(() -> talk(space.urls().get("echo.demande"), anonymous()))
        .isInstanceOf(SSLException.class);

    Exchange served = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(served.listener()).isEqualTo("echo.tls");
    assertThat(served.faults()).isEmpty();
    Exchange broken = bench.await(space.id(), served.sequence(), "echo", null, LONG).orElseThrow();
    assertThat(broken.listener()).isEqualTo("echo.demande");
    assertThat(broken.faults()).containsExactly("certificat-serveur-expire");
  }

  @Test
  void hasNothingToDisturbOnAPortThatIsNotThere() {
    SpaceDescriptor space = space();
    assertThatThrownBy(
            () ->
                bench.armFault(
                    space.id(),
                    new FaultRequest(
                        "echo",
                        "certificat-serveur-expire",
                        Map.of("port", "echo.clair"),
                        null,
                        null)))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("« echo.clair »");
  }

  @Test
  void refusesClientsForAsManyHandshakesAsAsked() throws Exception {
    SpaceDescriptor space = space();
    bench.armFault(
        space.id(), new FaultRequest("echo", "certificat-client-refuse", Map.of(), 1, null));
    String address = space.urls().get("echo.certificat");
    assertThatThrownBy(() -> talk(address, as(StandardClient.INSI_AUTO)))
        .isInstanceOf(IOException.class);
    Exchange refused = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(refused.faults()).containsExactly("certificat-client-refuse");
    assertThat(refused.refusal().reason()).contains("refuse exprès");
    assertThat(talk(address, as(StandardClient.INSI_AUTO))).endsWith("ok");
    assertThat(bench.faults(space.id()))
        .extracting(Fault::remaining, Fault::struck)
        .containsExactly(Tuple.tuple(0, 1));
  }

  @Test
  void saysThatTls11IsNotToBeHadHere() {
    SpaceDescriptor space = space();
    assertThatThrownBy(
            () -> bench.armFault(space.id(), new FaultRequest("echo", "tls-1.1", null, null, null)))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("Panne non disponible ici");
    assertThat(bench.faults(space.id())).isEmpty();
  }

  /** What a client that offers these versions and suites agrees upon with a listener. */
  private static String talk(String address, SSLContext context, String version, String suite)
      throws IOException {
    try (RawClient client = RawClient.secure(address, context)) {
      SSLSocket socket = (SSLSocket) client.socket();
      socket.setEnabledProtocols(version.split(" ", -1));
      if (!suite.isEmpty()) {
        socket.setEnabledCipherSuites(new String[] {suite});
      }
      return client.send(REQUEST).readAnswer();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.2,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLSv1.2,TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLSv1.3,TLS_AES_128_GCM_SHA256"
  })
  void saysWhatWasAgreedUpon(String version, String suite) throws Exception {
    SpaceDescriptor space = space();
    talk(space.urls().get("echo.tls"), anonymous(), version, suite);
    Exchange exchange = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(exchange.tls()).isEqualTo(new TlsSession(version, suite, null));
  }

  @Test
  void saysNothingOfTlsInClear() throws Exception {
    SpaceDescriptor space = space();
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      client.send(REQUEST).readAnswer();
    }
    assertThat(bench.await(space.id(), 0, "echo", null, LONG).orElseThrow().tls()).isNull();
  }

  @Test
  void speaksTls12AloneWhenAsked() throws Exception {
    SpaceDescriptor space = space();
    bench.armFault(space.id(), new FaultRequest("echo", "tls-1.2", null, null, null));
    talk(space.urls().get("echo.tls"), anonymous(), "TLSv1.3 TLSv1.2", "");
    Exchange exchange = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(exchange.tls()).isNotNull().extracting(TlsSession::version).isEqualTo("TLSv1.2");
    assertThat(exchange.faults()).containsExactly("tls-1.2");
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"
  })
  void offersOneSuiteAlone(String suite) throws Exception {
    SpaceDescriptor space = space();
    String address = space.urls().get("echo.tls");
    Fault fault =
        bench.armFault(
            space.id(), new FaultRequest("echo", "tls-suite", Map.of("suite", suite), null, null));
    assertThatThrownBy(
            () -> talk(address, anonymous(), "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"))
        .isInstanceOf(SSLException.class);
    Exchange refused = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(refused.kind()).isEqualTo(Kind.HANDSHAKE);
    assertThat(refused.faults()).containsExactly("tls-suite");

    talk(address, anonymous(), "TLSv1.3 TLSv1.2", "");
    Exchange served = bench.await(space.id(), refused.sequence(), "echo", null, LONG).orElseThrow();
    assertThat(served.tls()).isEqualTo(new TlsSession("TLSv1.2", suite, null));

    bench.disarmFault(space.id(), fault.id());
    talk(address, anonymous(), "TLSv1.3", "");
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_NULLE_PART",
    "TLS_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
  })
  void offersNoSuiteItCannotPlay(String suite) {
    SpaceDescriptor space = space();
    assertThatThrownBy(
            () ->
                bench.armFault(
                    space.id(),
                    new FaultRequest("echo", "tls-suite", Map.of("suite", suite), null, null)))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
  }
}
