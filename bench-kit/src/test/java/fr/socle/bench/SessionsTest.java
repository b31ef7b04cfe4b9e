package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.wire.WireLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of lines: what holds no thread, what is in the journal, what a fault does. */
class SessionsTest {
  private static final String DRIP = "goutte";

  @TempDir private static Path pki;

  private LineService service = new LineService(Duration.ofSeconds(20));
  private Bench bench = start(service, WireLimits.defaults());
  private SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));

  private static Bench start(LineService lines, WireLimits limits) {
    return Bench.start(
        BenchOptions.builder().services(lines).limits(limits).pkiDirectory(pki).build());
  }

  /** Another bench instead, whose patience is short. */
  private void hurry(Duration patience, Duration unread) {
    bench.close();
    service = new LineService(patience);
    bench = start(service, WireLimits.defaults().withTimes(unread, unread));
    space = bench.createSpace(new SpaceRequest(null, null, null));
  }

  @AfterEach
  void stop() {
    service.gate.countDown();
    bench.close();
  }

  /** A client of lines. */
  private final class Client implements AutoCloseable {
    private Socket socket;

    private Client(String listener) throws IOException {
      URI uri = URI.create(space.urls().getOrDefault(listener, ""));
      socket = new Socket();
      socket.setReceiveBufferSize(4096);
      socket.setSoTimeout(20_000);
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    }

    private Client say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return this;
    }

    private String line() throws IOException {
      StringBuilder text = new StringBuilder();
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        text.append((char) next);
      }
      return text.toString().strip();
    }

    private void secure() throws Exception {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      try (InputStream in = Files.newInputStream(Path.of(space.caFile()))) {
        trusted.setCertificateEntry(
            "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      SSLSocket over =
          (SSLSocket)
              context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
      over.startHandshake();
      socket = over;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private Client connect() throws IOException {
    Client client = new Client(LineService.CLEAR);
    assertThat(client.line()).isEqualTo("bonjour");
    return client;
  }

  private List<Exchange> journal() {
    return bench.exchanges(space.id(), 0, null).exchanges();
  }

  private Exchange awaited(String code) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(journal())
                    .anyMatch(
                        each -> each.refusal() != null && each.refusal().code().equals(code)));
    return journal().stream()
        .filter(each -> each.refusal() != null && each.refusal().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private String sent(Exchange exchange) {
    return new String(
        bench.responseBytes(space.id(), exchange.sequence()).all(), StandardCharsets.ISO_8859_1);
  }

  private Fault arm(String fault, Map<String, String> parameters, Integer times) {
    boolean own = List.of(DRIP, "court").contains(fault);
    return bench.armFault(
        space.id(),
        new FaultRequest(own ? "lignes" : "*", fault, parameters, times, null, null, null));
  }

  @Test
  void whoDoesNotReadHoldsNoThreadAndIsLeft() throws Exception {
    hurry(Duration.ofSeconds(20), Duration.ofSeconds(1));
    try (Client deaf = connect();
        Client other = connect()) {
      deaf.say("GROS 12000000");
      assertThat(other.say("DIRE a").line()).isEqualTo("a");
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(Thread.getAllStackTraces().values())
                      .noneMatch(SessionsTest::isOfASession));
      Awaitility.await().until(() -> service.closed.get() == 1);
      assertThat(other.say("DIRE b").line()).isEqualTo("b");
    }
  }

  private static boolean isOfASession(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .anyMatch(each -> each.getClassName().equals("fr.socle.bench.wire.SessionWire"));
  }

  @Test
  void whoWaitsForSomebodyElseHoldsNobodyUp() throws Exception {
    List<Client> waiting = new ArrayList<>();
    try (Client other = connect()) {
      for (int i = 0; i < 80; i++) {
        waiting.add(connect().say("LENT"));
      }
      Awaitility.await().until(() -> service.asking.get() == 80);
      assertThat(other.say("DIRE a").line()).isEqualTo("a");
      service.gate.countDown();
      for (Client each : waiting) {
        assertThat(each.line()).isEqualTo("enfin");
      }
    } finally {
      for (Client each : waiting) {
        each.close();
      }
    }
  }

  @Test
  void linesSentAtOnceAreAnsweredInOrder() throws Exception {
    try (Client client = connect()) {
      service.gate.countDown();
      client.say("DIRE a\r\nLENT\r\nCORPS 3\r\nxyzDIRE b");
      assertThat(List.of(client.line(), client.line(), client.line(), client.line()))
          .containsExactly("a", "enfin", "3", "b");
    }
    assertThat(journal())
        .extracting(Exchange::transaction)
        .startsWith("LIGNES DIRE", "LIGNES LENT", "LIGNES CORPS", "LIGNES DIRE");
  }

  @Test
  void lastWordsAreAnExchange() throws Exception {
    hurry(Duration.ofMillis(200), Duration.ofMillis(200));
    try (Client client = connect()) {
      assertThat(client.line()).isEqualTo("adieu");
      assertThat(client.line()).isEmpty();
    }
    Exchange last = awaited("delai");
    assertThat(last.kind()).isEqualTo(Kind.SESSION);
    assertThat(sent(last)).isEqualTo("bonjour\r\nadieu\r\n");
  }

  @Test
  void aLineThatIsNotFinishedEndsItAsWell() throws Exception {
    hurry(Duration.ofMillis(200), Duration.ofMillis(200));
    try (Client client = connect()) {
      client.socket.getOutputStream().write('D');
      assertThat(client.line()).isEmpty();
    }
    assertThat(awaited("delai-depasse").kind()).isEqualTo(Kind.CONNECTION);
  }

  @Test
  void aConnectionThatSaysNothingIsAnExchange() throws Exception {
    connect().close();
    assertThat(sent(awaited("connexion-muette"))).isEqualTo("bonjour\r\n");
    try (Client client = connect()) {
      client.say("FIN");
      assertThat(client.line()).isEqualTo("au revoir");
    }
    Awaitility.await().until(() -> service.closed.get() == 2);
    assertThat(journal()).hasSize(2);
  }

  @Test
  void halfAHandshakeIsLeftSoon() throws Exception {
    hurry(Duration.ofSeconds(20), Duration.ofMillis(300));
    try (Client client = connect()) {
      assertThat(client.say("TLS").line()).isEqualTo("va");
      client.socket.getOutputStream().write(new byte[] {22, 3, 1});
      assertThat(client.socket.getInputStream().readAllBytes()).hasSizeLessThan(20);
    }
    Awaitility.await()
        .untilAsserted(() -> assertThat(journal()).anyMatch(each -> each.kind() == Kind.HANDSHAKE));
  }

  @Test
  void tlsMayBeginWithTheConnection() throws Exception {
    try (Client client = new Client(LineService.SECURE)) {
      client.secure();
      assertThat(client.line()).isEqualTo("bonjour");
      assertThat(client.say("DIRE a").line()).isEqualTo("a");
    }
  }

  @Test
  void aFailureOfTheServiceIsOneOfTheBenchAndEndsTheConnection() throws Exception {
    try (Client client = connect()) {
      assertThat(client.say("PANNE").line()).isEmpty();
    }
    Awaitility.await().until(() -> service.closed.get() == 1);
    assertThat(journal().get(0).decoded().path("erreurDuBanc").asText()).contains("panne voulue");
  }

  @Test
  void whatIsSaidUnaskedIsAnExchangeWithoutRequest() throws Exception {
    try (Client client = connect()) {
      assertThat(client.say("DIRE a").line()).isEqualTo("a");
      service.wakeAll();
      assertThat(client.line()).isEqualTo("nouvelle");
    }
    assertThat(journal())
        .filteredOn(each -> "LIGNES NOUVELLE".equals(each.transaction()))
        .singleElement()
        .satisfies(each -> assertThat(each.requestSize()).isZero());
  }

  @Test
  void latencyAndCutStrikeSessions() throws Exception {
    Fault latency = arm("latence", Map.of("millisecondes", "300"), 1);
    try (Client client = connect()) {
      long before = System.nanoTime();
      assertThat(client.say("DIRE a").line()).isEqualTo("a");
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThan(Duration.ofMillis(250));
      bench.disarmFault(space.id(), latency.id());
      Fault unused = arm("coupure", Map.of("moment", "milieu-reponse"), 1);
      assertThat(client.say("DIRE abcdef").line()).isEqualTo("abcd");
    }
    assertThat(journal())
        .extracting(Exchange::faults)
        .contains(List.of("latence"), List.of("coupure"));
  }

  @Test
  void aServiceLetsItsAnswerDripOrStopsInTheMiddle() throws Exception {
    Fault first = arm(DRIP, Map.of(), 1);
    Fault second = arm("court", Map.of(), 1);
    assertThat(first.id()).isNotEqualTo(second.id());
    try (Client client = connect()) {
      assertThat(client.say("DIRE abcdefghij").line()).isEqualTo("abcdefghij");
      assertThat(client.say("DIRE abcdefghij").line()).isEqualTo("abc");
    }
    assertThat(sent(journal().get(1))).isEqualTo("abc");
  }

  @Test
  void aFaultOfTlsIsNotSpentBySessionsBegunBeforeIt() throws Exception {
    try (Client before = connect()) {
      before.say("TLS").line();
      before.secure();
      assertThat(before.say("DIRE a").line()).isEqualTo("a");
      Fault armed = arm("certificat-serveur-expire", Map.of(), 1);
      assertThat(before.say("DIRE b").line()).isEqualTo("b");
      assertThat(bench.faults(space.id()).get(0).struck()).isZero();
      bench.disarmFault(space.id(), armed.id());
    }
  }
}
