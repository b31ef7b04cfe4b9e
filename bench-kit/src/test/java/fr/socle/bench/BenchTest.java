package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
final class BenchTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final EchoService echo = new EchoService();
  private Bench bench;

  @BeforeAll
  void start() {
    bench = Bench.start(BenchOptions.builder().services(echo).build());
  }

  @AfterAll
  void stop() {
    bench.close();
    bench.close();
  }

  private SpaceDescriptor space() {
    return bench.createSpace(new SpaceRequest(null, null, null));
  }

  private static String say(SpaceDescriptor space, String path, String text) throws Exception {
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      return client
          .send(
              "POST "
                  + path
                  + " HTTP/1.1\r\nhost: banc\r\nContent-Length: "
                  + text.length()
                  + "\r\n\r\n"
                  + text)
          .readAnswer();
    }
  }

  @Test
  void recordsExactlyTheBytesOfBothSides() throws Exception {
    SpaceDescriptor space = space();
    String request =
        String.join(
            "\r\n",
            "POST /echo?a=%20b HTTP/1.1",
            "hOsT: banc",
            "X-Deux:  1",
            "x-deux: 2 ",
            "Transfer-Encoding: chunked",
            "",
            "3;x=y",
            "bon",
            "4",
            "jour",
            "0",
            "",
            "");
    String answer;
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      answer = client.send(request).readAnswer();
    }

    Exchange exchange = bench.await(space.id(), 0, "echo", "ECHO dire", LONG).orElseThrow();
    RawExchange raw = bench.rawExchange(space.id(), exchange.sequence());
    assertThat(new String(raw.request(), StandardCharsets.ISO_8859_1)).isEqualTo(request);
    assertThat(new String(raw.response(), StandardCharsets.ISO_8859_1)).isEqualTo(answer);
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("X-Echo: oui")
        .endsWith("bonjour");
    assertThat(exchange.kind()).isEqualTo(Kind.HTTP);
    assertThat(exchange.target()).isEqualTo("/echo?a=%20b");
    assertThat(exchange.decoded().get("dit").asText()).isEqualTo("bonjour");
    assertThat(exchange.requestSize()).isEqualTo(request.length());
    assertThat(exchange.responseSize()).isEqualTo(answer.length());
    assertThat(raw.truncated()).isFalse();
  }

  @Test
  void separatesPipelinedRequests() throws Exception {
    SpaceDescriptor space = space();
    String one = "GET /echo?1 HTTP/1.1\r\nHost: a\r\n\r\n";
    String two = "POST /echo?2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok";
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      client.send(one + "\r\n" + two);
      client.readAnswer();
      assertThat(client.readAnswer()).endsWith("ok");
    }
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .extracting(
            exchange ->
                new String(
                    bench.rawExchange(space.id(), exchange.sequence()).request(),
                    StandardCharsets.ISO_8859_1))
        .containsExactly(one, two);
  }

  @Test
  void judgesExchangesAndWindows() throws Exception {
    SpaceDescriptor space = space();
    say(space, "/echo", "hors scenario!");
    Window window = bench.openWindow(space.id(), new WindowRequest("bavardage"));
    say(space, "/echo", "encore");
    say(space, "/echo", "encore");
    say(space, "/echo", "aie!");

    WindowClosure closure = bench.closeWindow(space.id(), window.id());

    assertThat(closure.quiet()).isTrue();
    assertThat(closure.exchanges()).isEqualTo(3);
    assertThat(closure.benchErrors()).isEmpty();
    assertThat(closure.findings()).extracting(Finding::rule).containsExactly("ECHO-02");
    assertThat(bench.findings(space.id(), window.id()))
        .extracting(Finding::rule)
        .containsExactly("ECHO-01", "ECHO-02");
    assertThat(bench.findings(space.id(), null)).hasSize(3);
    assertThat(bench.exchanges(space.id(), 0, window.id()).exchanges()).hasSize(3);
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .extracting(Exchange::windowId)
        .containsExactly(null, window.id(), window.id(), window.id());
    assertThat(bench.closeWindow(space.id(), window.id())).isEqualTo(closure);
    assertThat(bench.windows(space.id())).containsExactly(closure.window());
  }

  @Test
  void findsAnAbsence() {
    SpaceDescriptor space = space();
    Window window = bench.openWindow(space.id(), new WindowRequest("silence"));
    assertThat(bench.closeWindow(space.id(), window.id()).findings())
        .extracting(Finding::rule, Finding::exchange)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ECHO-03", null));
  }

  @Test
  void refusesASecondWindow() {
    SpaceDescriptor space = space();
    bench.openWindow(space.id(), new WindowRequest("une"));
    assertThatThrownBy(() -> bench.openWindow(space.id(), new WindowRequest("deux")))
        .isInstanceOfSatisfying(
            InvalidControlRequestException.class,
            e -> assertThat(e.code()).isEqualTo("fenetre-deja-ouverte"));
  }

  @Test
  void callsAFailureOfAServiceOrOfACheckAnErrorOfTheBench() throws Exception {
    SpaceDescriptor space = space();
    Window window = bench.openWindow(space.id(), new WindowRequest("panne"));
    assertThat(say(space, "/panne", "x")).startsWith("HTTP/1.1 500 ");
    assertThat(say(space, "/echo", "BOUM")).startsWith("HTTP/1.1 200 ");
    WindowClosure closure = bench.closeWindow(space.id(), window.id());
    assertThat(closure.benchErrors())
        .hasSize(2)
        .anySatisfy(error -> assertThat(error).contains("Le service echo a échoué"))
        .anySatisfy(error -> assertThat(error).contains("Le contrôle ECHO-01 a échoué"));
    assertThat(bench.findings(space.id(), window.id())).isEmpty();
  }

  @Test
  void waitsForRequestsInFlightBeforeAWindowCloses() throws Exception {
    SpaceDescriptor space = space();
    echo.gate.set(new CountDownLatch(1));
    echo.waiting.set(new CountDownLatch(1));
    Window window = bench.openWindow(space.id(), new WindowRequest("lenteur"));
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return say(space, "/attente", "lent");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(echo.waiting.get().await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<WindowClosure> closing =
        CompletableFuture.supplyAsync(() -> bench.closeWindow(space.id(), window.id()));
    assertThat(closing).isNotDone();
    echo.gate.get().countDown();
    WindowClosure closure = closing.get(20, TimeUnit.SECONDS);
    assertThat(closure.quiet()).isTrue();
    assertThat(closure.exchanges()).isEqualTo(1);
    assertThat(answer.get(20, TimeUnit.SECONDS)).endsWith("lent");
  }

  @Test
  void awaitsOnlyWhatMatches() throws Exception {
    SpaceDescriptor space = space();
    CompletableFuture<Exchange> awaited =
        CompletableFuture.supplyAsync(
            () -> bench.await(space.id(), 0, "echo", "ECHO dire", LONG).orElseThrow());
    say(space, "/refus", "rien");
    say(space, "/echo", "voici");
    assertThat(awaited.get(20, TimeUnit.SECONDS).decoded().get("dit").asText()).isEqualTo("voici");
    assertThat(bench.await(space.id(), 0, "echo", "ECHO autre", Duration.ofMillis(50))).isEmpty();
    assertThat(bench.await(space.id(), 0, "echo", null, LONG).orElseThrow().refusal().code())
        .isEqualTo("non");
  }

  @Test
  void tellsFollowersEveryExchangeInOrder() throws Exception {
    SpaceDescriptor space = space();
    BlockingQueue<Exchange> told = new LinkedBlockingQueue<>();
    try (AutoCloseable stream = bench.subscribe(space.id(), told::add)) {
      for (int i = 0; i < 20; i++) {
        say(space, "/echo", "n" + i);
      }
      for (int i = 0; i < 20; i++) {
        Exchange exchange = told.poll(20, TimeUnit.SECONDS);
        assertThat(exchange.decoded().get("dit").asText()).isEqualTo("n" + i);
      }
    }
  }

  @Test
  void keepsSpacesApartAndReadableOnceDeleted() throws Exception {
    SpaceDescriptor one = space();
    SpaceDescriptor two = space();
    say(one, "/echo", "un");
    say(two, "/echo", "deux");
    bench.deleteSpace(one.id());
    assertThat(bench.exchanges(one.id(), 0, null).exchanges()).hasSize(1);
    assertThat(bench.exchanges(two.id(), 0, null).exchanges()).hasSize(1);
    assertThatThrownBy(() -> bench.openWindow(one.id(), new WindowRequest("trop tard")))
        .isInstanceOf(UnknownResourceException.class);
    assertThatThrownBy(() -> say(one, "/echo", "personne")).isInstanceOf(java.io.IOException.class);
    assertThat(bench.spaces())
        .extracting(SpaceDescriptor::id)
        .contains(two.id())
        .doesNotContain(one.id());
  }

  @Test
  void agesWhatTheServicesHold() {
    SpaceDescriptor space = space();
    bench.age(space.id(), new AgeRequest("PT2H"));
    assertThat(echo.aged.get()).isEqualTo(Duration.ofHours(2));
    assertThatThrownBy(() -> bench.age(space.id(), new AgeRequest("2 heures")))
        .isInstanceOf(InvalidControlRequestException.class);
  }

  @Test
  void writesBenchJson() throws Exception {
    SpaceDescriptor space = space();
    assertThat(space.urls()).containsKeys("echo.clair", "echo.tls");
    assertThat(Files.readString(Path.of(space.caFile()))).contains("BEGIN CERTIFICATE");
    assertThat(space.keyStores())
        .allSatisfy(store -> assertThat(Path.of(store.pkcs12())).isRegularFile());
  }

  @Test
  void createsPeopleUntilReset() {
    SpaceDescriptor space = space();
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ajaccio-trois-prenoms"));
    assertThat(patient.birthFirstNames()).hasSize(3);
    assertThat(patient.ins().oid()).isEqualTo(space.insOid()).isEqualTo("1.2.250.1.213.1.4.10");
    assertThat(bench.createPatient(space.id(), new PatientRequest("inconnue-insi")).ins()).isNull();
    assertThat(bench.patients(space.id())).hasSize(2).contains(patient);
    Professional doctor = bench.createProfessional(space.id(), new ProfessionalRequest("medecin"));
    assertThat(doctor.nationalId()).isEqualTo("899990000020");
    assertThat(bench.createProfessional(space.id(), new ProfessionalRequest(null)).nationalId())
        .isNotEqualTo(doctor.nationalId());
    assertThatThrownBy(() -> bench.createPatient(space.id(), new PatientRequest("lune")))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("ajaccio-trois-prenoms");
    bench.reset(space.id());
    assertThat(bench.patients(space.id())).isEmpty();
    assertThat(bench.professionals(space.id())).contains(doctor);
  }

  @Test
  void changesAProfessionalAsPscWouldLearnIt() {
    SpaceDescriptor space = space();
    Professional doctor = bench.createProfessional(space.id(), new ProfessionalRequest(null));
    bench.changeProfessional(
        space.id(),
        new ProfessionalChange(doctor.nationalId(), "D'ÉTÉ", null, "ete@exemple.invalid", null));

    assertThat(bench.professionals(space.id()))
        .filteredOn(one -> one.nationalId().equals(doctor.nationalId()))
        .singleElement()
        .satisfies(
            changed -> {
              assertThat(changed.familyName()).isEqualTo("D'ÉTÉ");
              assertThat(changed.givenName()).isEqualTo(doctor.givenName());
              assertThat(changed.structures()).isEqualTo(doctor.structures());
            });
    assertThatThrownBy(
            () ->
                bench.changeProfessional(
                    space.id(), new ProfessionalChange("8", null, null, null, true)))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("Aucun professionnel");
    assertThatThrownBy(
            () ->
                bench.changeProfessional(
                    space.id(), new ProfessionalChange(doctor.nationalId(), "", null, null, null)))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("1 à 200 caractères");
  }

  @Test
  void answersTheTrueOidWhenAsked() {
    SpaceDescriptor space =
        bench.createSpace(new SpaceRequest("vrai", 7L, java.util.Map.of("ins-oid", "real")));
    assertThat(space.insOid()).isEqualTo("1.2.250.1.213.1.4.8");
    assertThat(bench.createPatient(space.id(), new PatientRequest(null)).ins().oid())
        .isEqualTo(space.insOid());
  }
}
