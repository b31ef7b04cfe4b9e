package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Many at once: nothing is lost, nothing is mixed up. */
@TestInstance(Lifecycle.PER_CLASS)
final class CrowdTest {
  private static final int CLIENTS = 8;
  private static final int REQUESTS = 60;

  private final EchoService echo = new EchoService();
  private final ExecutorService crowd = Executors.newFixedThreadPool(CLIENTS);
  private Bench bench;

  @BeforeAll
  void start() {
    bench = Bench.start(BenchOptions.builder().services(echo).build());
  }

  @AfterAll
  void stop() {
    crowd.shutdownNow();
    bench.close();
  }

  private static void talk(String address, String name) throws IOException {
    try (RawClient client = RawClient.clear(address)) {
      for (int i = 0; i < REQUESTS; i++) {
        String text = name + "/" + i;
        assertThat(
                client
                    .send(
                        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: "
                            + text.length()
                            + "\r\n\r\n"
                            + text)
                    .readAnswer())
            .endsWith(text);
      }
    }
  }

  private List<Future<Void>> gather(SpaceDescriptor space, String prefix) {
    List<Future<Void>> talks = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      String name = prefix + i;
      Callable<Void> one =
          () -> {
            talk(space.urls().get("echo.clair"), name);
            return null;
          };
      talks.add(crowd.submit(one));
    }
    return talks;
  }

  @Test
  void numbersExchangesInTheOrderOfTheJournal() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    Window window = bench.openWindow(space.id(), new WindowRequest("foule"));
    for (Future<Void> talk : gather(space, "c")) {
      talk.get(60, TimeUnit.SECONDS);
    }
    WindowClosure closure = bench.closeWindow(space.id(), window.id());
    assertThat(closure.exchanges()).isEqualTo(CLIENTS * REQUESTS);
    assertThat(closure.benchErrors()).isEmpty();
    List<Exchange> all = bench.exchanges(space.id(), 0, window.id()).exchanges();
    assertThat(all).hasSize(CLIENTS * REQUESTS);
    assertThat(all).extracting(Exchange::sequence).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < CLIENTS; i++) {
      String name = "c" + i + "/";
      assertThat(all)
          .extracting(exchange -> exchange.decoded().get("dit").asText())
          .filteredOn(text -> text.startsWith(name))
          .hasSize(REQUESTS)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void canBeResetWhileRequestsAreInFlight() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    List<Future<Void>> talks = gather(space, "r");
    for (int i = 0; i < 20; i++) {
      bench.armFault(space.id(), new FaultRequest("echo", "coupure", null, null, "/ailleurs"));
      bench.reset(space.id());
    }
    for (Future<Void> talk : talks) {
      talk.get(60, TimeUnit.SECONDS);
    }
    assertThat(bench.faults(space.id())).isEmpty();
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .hasSize(CLIENTS * REQUESTS)
        .allSatisfy(exchange -> assertThat(exchange.status()).isEqualTo(200));
  }

  @Test
  void canBeDeletedWhileARequestIsInFlight() throws Exception {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
    echo.gate.set(new CountDownLatch(1));
    echo.waiting.set(new CountDownLatch(1));
    CompletableFuture<Void> deletion;
    try (RawClient client = RawClient.clear(space.urls().get("echo.clair"))) {
      client.send("GET /attente HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(echo.waiting.get().await(20, TimeUnit.SECONDS)).isTrue();
      deletion = CompletableFuture.runAsync(() -> bench.deleteSpace(space.id()));
      assertThat(client.readAnswer()).as("the connection is closed").isEmpty();
    }
    echo.gate.get().countDown();
    deletion.get(20, TimeUnit.SECONDS);
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .extracting(Exchange::target)
        .containsExactly("/attente");
  }
}
