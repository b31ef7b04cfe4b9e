package fr.socle.essais.hostile;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.essais.ClientTls;
import fr.socle.essais.InsiMessage;
import fr.socle.essais.PscLogin;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleProcess;
import fr.socle.essais.hostile.LiveJvm.Holding;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything nobody should send, on the real wire of {@code ./socle up} with 256 MB of heap: each
 * sender gets a clear protocol error, each connection is in the journal once, the bench lives on.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileInputTest {
  private static final int TIMES = 2;
  private static final int SENDERS = 8;

  @TempDir static Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private SocleProcess socle;
  private BenchClient bench;
  private SpaceDescriptor space;
  private Bait bait;
  private Patient patient;
  private PscLogin party;
  private String refreshToken;
  private List<BadInput> inputs;

  @BeforeAll
  void start() throws Exception {
    ProcessBuilder up =
        SocleCommand.of("up", "--port-base", "0", "--data", folder.resolve("banc").toString());
    up.environment().put("SOCLE_JAVA_OPTS", "-Xmx256m");
    socle = SocleProcess.up(up);
    bench = socle.client();
    space = socle.space();
    bait = Bait.lay(folder);
    patient = bench.createPatient(space.id(), new PatientRequest("nom-compose"));
    party =
        new PscLogin(space, HttpClient.newBuilder().sslContext(ClientTls.anonymous(space)).build());
    JsonNode tokens = logIn();
    refreshToken = tokens.path("refresh_token").asText();
    inputs = inputs(tokens);
  }

  @AfterAll
  void stop() throws Exception {
    bait.close();
    socle.close();
  }

  private JsonNode logIn() throws Exception {
    Professional doctor = bench.createProfessional(space.id(), new ProfessionalRequest("medecin"));
    bench.nextLogin(space.id(), new NextLogin(doctor.nationalId(), "accepter"));
    return party.tokens();
  }

  private List<BadInput> inputs(JsonNode tokens) throws Exception {
    Door token = door("psc.backchannel", "psc.token", "psc-client");
    Door wallet = door("psc.wallet", "psc.authorization", "psc-client");
    Door insi = door("insi.certificate", "insi.certificate", "insi-auto");
    Door clear = new Door("insi.clear", URI.create(space.urls().get("insi.clear")), null);
    List<Door> doors = List.of(token, wallet, insi, clear);
    String authorization = "Authorization: " + party.basic() + "\r\n";
    List<BadInput> all = new ArrayList<>(new TlsInputs(space, doors).all());
    all.addAll(new HttpInputs(doors).all());
    InsiMessage messages = new InsiMessage(space, "insi-auto");
    all.addAll(new MessageInputs(doors, messages, patient, bait, authorization).all());
    all.addAll(new TokenInputs(token, wallet, authorization, tokens).all());
    return List.copyOf(all);
  }

  private Door door(String listener, String url, String identity) throws Exception {
    return new Door(
        listener, URI.create(space.urls().get(url)), ClientTls.context(space, identity));
  }

  Stream<BadInput> each() {
    return inputs.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("each")
  void isRefusedClearlyAndRecordedOnceForEachTimeItIsSent(BadInput input) throws Exception {
    List<Exchange> recorded =
        during(
            input.toString(),
            () -> {
              for (int i = 0; i < TIMES; i++) {
                input.seen().accept(input.attempt().send());
              }
            });

    assertThat(recorded)
        .hasSize(TIMES)
        .allSatisfy(
            exchange -> {
              assertThat(exchange.listener()).isEqualTo(input.listener());
              assertThat(kept(exchange)).isEqualTo(input.kept());
              assertThat(exchange.requestSize()).isPositive();
              if (exchange.refusal() != null) {
                assertThat(exchange.refusal().reason()).isNotBlank();
              }
            });
    assertThat(bait.visitors()).as("entities fetched").isZero();
  }

  @Test
  void livesOnAfterAllOfThemAtOnceAndLosesNone() throws Exception {
    LiveJvm jvm = new LiveJvm(socle.pid());
    searchesAndDiscovers();
    long sockets = jvm.sockets();
    storm();
    searchesAndDiscovers();
    Holding afterOne = settled(jvm, sockets);
    storm();
    storm();
    searchesAndDiscovers();
    Holding afterThree = settled(jvm, sockets);

    System.out.printf(
        "%d hostile inputs at once, %d senders: after one storm %s; after three %s; %d MB resident%n",
        inputs.size(), SENDERS, afterOne, afterThree, socle.residentMegabytes());
    assertThat(afterThree.threads()).hasSizeLessThanOrEqualTo(afterOne.threads().size() + SENDERS);
    assertThat(afterThree.liveBytes() - afterOne.liveBytes())
        .as("live objects that each storm leaves behind")
        .isLessThan(16_000_000);
    assertThat(party.refresh(refreshToken).statusCode())
        .as("the session whose tokens were forged is untouched")
        .isEqualTo(200);
  }

  /** Every input once, in a random order, by several senders at once. */
  private void storm() throws Exception {
    long seed = System.nanoTime();
    List<BadInput> shuffled = new ArrayList<>(inputs);
    Collections.shuffle(shuffled, new Random(seed));
    List<Exchange> recorded = during("tempête " + seed, () -> sendAtOnce(shuffled));

    assertThat(recorded.stream().collect(groupingBy(Exchange::listener, counting())))
        .as("seed " + seed)
        .isEqualTo(inputs.stream().collect(groupingBy(BadInput::listener, counting())));
    assertThat(recorded.stream().map(e -> e.listener() + " " + kept(e)))
        .containsExactlyInAnyOrderElementsOf(
            inputs.stream().map(input -> input.listener() + " " + input.kept()).toList());
    assertThat(bait.visitors()).as("entities fetched").isZero();
  }

  private static void sendAtOnce(List<BadInput> shuffled) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<String>> seen =
          shuffled.stream().map(input -> senders.submit(input.attempt()::send)).toList();
      for (int i = 0; i < seen.size(); i++) {
        shuffled.get(i).seen().accept(seen.get(i).get());
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private interface Acts {
    void act() throws Exception;
  }

  /** What the journal has of one window, which ends quietly whatever happened in it. */
  private List<Exchange> during(String name, Acts acts) throws Exception {
    Window window = bench.openWindow(space.id(), name);
    WindowClosure closure;
    try {
      acts.act();
    } finally {
      closure = bench.closeWindow(space.id(), window.id());
    }
    assertThat(closure.quiet()).isTrue();
    assertThat(closure.benchErrors()).isEmpty();
    return bench.exchanges(space.id(), window.openedAtCursor(), window.id()).exchanges();
  }

  private Holding settled(LiveJvm jvm, long sockets) throws Exception {
    await("connections given back")
        .atMost(Duration.ofSeconds(30))
        .until(() -> jvm.sockets() <= sockets + 2);
    return jvm.holding();
  }

  /** What an honest LPS does meanwhile. */
  private void searchesAndDiscovers() throws Exception {
    assertThat(bench.health().status()).isEqualTo("pret");
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(ClientTls.context(space, "insi-auto"))
            .build();
    HttpResponse<String> search =
        http.send(
            HttpRequest.newBuilder(URI.create(space.urls().get("insi.certificate")))
                .header("Content-Type", InsiMessage.contentType(InsiMessage.ACTION))
                .POST(BodyPublishers.ofString(new InsiMessage(space, "insi-auto").search(patient)))
                .build(),
            BodyHandlers.ofString());
    assertThat(search.statusCode()).as(search.body()).isEqualTo(200);
    assertThat(search.body()).contains(patient.ins().matricule(), patient.ins().oid());
    HttpResponse<String> discovery =
        http.send(
            HttpRequest.newBuilder(URI.create(space.urls().get("psc.discovery"))).build(),
            BodyHandlers.ofString());
    assertThat(discovery.statusCode()).isEqualTo(200);
    assertThat(json.readTree(discovery.body()).path("issuer").asText())
        .isEqualTo(space.urls().get("psc.issuer"));
  }

  private static BadInput.Kept kept(Exchange exchange) {
    return new BadInput.Kept(
        exchange.kind(),
        exchange.status(),
        exchange.refusal() == null ? null : exchange.refusal().code());
  }
}
