package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
final class FaultsTest {
  private Bench bench;
  private SpaceDescriptor space;

  @BeforeAll
  void start() {
    bench = Bench.start(BenchOptions.builder().services(new EchoService()).build());
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @BeforeEach
  void openSpace() {
    space = bench.createSpace(new SpaceRequest(null, null, null));
  }

  private Fault arm(String fault, Map<String, String> parameters, Integer times, String only) {
    return bench.armFault(space.id(), new FaultRequest("echo", fault, parameters, times, only));
  }

  private String say(String target, String text) throws Exception {
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      return client
          .send(
              "POST "
                  + target
                  + " HTTP/1.1\r\nHost: a\r\nContent-Length: "
                  + text.length()
                  + "\r\nConnection: close\r\n\r\n"
                  + text)
          .readAll();
    }
  }

  private Exchange last() {
    List<Exchange> all = bench.exchanges(space.id(), 0, null).exchanges();
    return all.get(all.size() - 1);
  }

  @Test
  void answersAStatusInsteadOfTheService() throws Exception {
    arm("statut-http", Map.of("code", "503"), 1, null);
    assertThat(say("/echo", "a")).startsWith("HTTP/1.1 503 ");
    assertThat(last().faults()).containsExactly("statut-http");
    assertThat(last().status()).isEqualTo(503);
    assertThat(last().transaction()).isNull();
    assertThat(say("/echo", "a")).startsWith("HTTP/1.1 200 ");
    assertThat(last().faults()).isEmpty();
  }

  @Test
  void strikesOnlyTheTargetItIsRestrictedTo() throws Exception {
    arm("statut-http", Map.of("code", "500"), null, "/echo/a");
    assertThat(say("/echo/b", "x")).startsWith("HTTP/1.1 200 ");
    assertThat(say("/echo/abc", "x")).startsWith("HTTP/1.1 500 ");
  }

  @Test
  void strikesOnlyTheTransactionItIsRestrictedTo() throws Exception {
    arm("statut-http", Map.of("code", "500"), null, "ECHO dire");
    assertThat(say("/refus", "x")).startsWith("HTTP/1.1 403 ");
    assertThat(say("/echo", "x")).startsWith("HTTP/1.1 500 ");
    assertThat(last().transaction()).isEqualTo("ECHO dire");
  }

  @Test
  void cutsBeforeTheAnswer() throws Exception {
    arm("coupure", null, 1, null);
    assertThat(say("/echo", "bonjour")).isEmpty();
    assertThat(last().faults()).containsExactly("coupure");
    assertThat(last().status()).isNull();
    assertThat(last().responseSize()).isZero();
    assertThat(last().transaction()).isEqualTo("ECHO dire");
  }

  @Test
  void cutsInTheMiddleOfTheAnswer() throws Exception {
    arm("coupure", Map.of("moment", "milieu-reponse"), 1, "ECHO dire");
    String half = say("/echo", "bonjour".repeat(100));
    assertThat(half).startsWith("HTTP/1.1 200 ").contains("Content-Length: 700");
    assertThat(last().responseSize()).isEqualTo(half.length()).isLessThan(700);
  }

  @Test
  void delaysWithoutHoldingAThread() throws Exception {
    arm("latence", Map.of("millisecondes", "300"), null, null);
    ExecutorService clients = Executors.newFixedThreadPool(100);
    try {
      long start = System.nanoTime();
      List<Callable<String>> calls =
          IntStream.range(0, 100).<Callable<String>>mapToObj(i -> () -> say("/echo", "x")).toList();
      assertThat(clients.invokeAll(calls))
          .allSatisfy(answer -> assertThat(answer.get()).startsWith("HTTP/1.1 200 "));
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
    } finally {
      clients.shutdownNow();
    }
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .hasSize(100)
        .allSatisfy(
            exchange -> {
              assertThat(exchange.durationMicros()).isGreaterThanOrEqualTo(300_000);
              assertThat(exchange.faults()).containsExactly("latence");
            });
  }

  @Test
  void countsExactlyUnderConcurrency() throws Exception {
    arm("statut-http", Map.of("code", "503"), 37, null);
    ExecutorService clients = Executors.newFixedThreadPool(16);
    long struck;
    try {
      List<Callable<String>> calls =
          IntStream.range(0, 100).<Callable<String>>mapToObj(i -> () -> say("/echo", "x")).toList();
      struck =
          clients.invokeAll(calls).stream()
              .filter(
                  answer -> {
                    try {
                      return answer.get().startsWith("HTTP/1.1 503 ");
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .count();
    } finally {
      clients.shutdownNow();
    }
    assertThat(struck).isEqualTo(37);
    assertThat(bench.faults(space.id()).get(0).remaining()).isZero();
    assertThat(bench.faults(space.id()).get(0).struck()).isEqualTo(37);
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .filteredOn(exchange -> !exchange.faults().isEmpty())
        .hasSize(37);
  }

  @Test
  void givesAServiceItsOwnFaults() throws Exception {
    arm("begaiement", Map.of("fois", "3"), 1, "ECHO dire");
    assertThat(say("/echo", "ab")).endsWith("ababab");
    assertThat(last().faults()).containsExactly("begaiement");
    assertThat(say("/echo", "ab")).endsWith("\r\n\r\nab");
  }

  @Test
  void disarmsByHandAndAtTheEndOfTheWindowOnlyWhatWasArmedInIt() {
    Fault kept = arm("coupure", null, null, "/jamais");
    Window window = bench.openWindow(space.id(), new WindowRequest("panne"));
    arm("coupure", null, null, "/jamais");
    assertThat(bench.faults(space.id())).hasSize(2);
    bench.closeWindow(space.id(), window.id());
    assertThat(bench.faults(space.id())).containsExactly(kept);
    bench.disarmFault(space.id(), kept.id());
    assertThat(bench.faults(space.id())).isEmpty();
    assertThatThrownBy(() -> bench.disarmFault(space.id(), kept.id()))
        .isInstanceOf(UnknownResourceException.class);
  }

  @Test
  void forgetsFaultsAtReset() {
    arm("coupure", null, null, null);
    bench.reset(space.id());
    assertThat(bench.faults(space.id())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "echo,inconnue,,,il y a : latence",
    "autre,latence,,,il y a : echo",
    "echo,latence,secondes,3,elle a : millisecondes",
    "echo,latence,millisecondes,beaucoup,entre 1 et 600000",
    "echo,latence,,,entre 1 et 600000",
    "echo,statut-http,code,99,entre 300 et 599",
    "echo,coupure,moment,jamais,milieu-reponse",
    "echo,begaiement,mots,3,elle a : fois"
  })
  void refusesWhatItCannotPlay(
      String service, String fault, String parameter, String value, String message) {
    Map<String, String> parameters = parameter == null ? null : Map.of(parameter, value);
    assertThatThrownBy(
            () ->
                bench.armFault(
                    space.id(), new FaultRequest(service, fault, parameters, null, null)))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining(message);
    assertThat(bench.faults(space.id())).isEmpty();
  }

  @Test
  void refusesAFaultForSomebodyAtAServiceThatTellsOfNobody() {
    assertThatThrownBy(
            () ->
                bench.armFault(
                    space.id(),
                    new FaultRequest(
                        "echo",
                        "latence",
                        Map.of("millisecondes", "1"),
                        null,
                        null,
                        "899990000012",
                        null)))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("ne se limite pas à une personne : retirez nationalId");
  }

  @Test
  void refusesAFaultThatStrikesNoTimes() {
    assertThatThrownBy(() -> arm("coupure", null, 0, null))
        .isInstanceOf(InvalidControlRequestException.class);
  }
}
