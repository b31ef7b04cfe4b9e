package fr.socle.bench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.AwaitedExchange;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.BenchRefusedException;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.SpaceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongPollTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeBench bench = new FakeBench();
  private final ExecutorService scenarios = Executors.newCachedThreadPool();
  private ControlServer server;
  private BenchClient client;

  @BeforeEach
  void start() {
    bench.createSpace(new SpaceRequest(null, null, null));
    server = ControlServer.start(bench, ControlOptions.loopback());
    client = new BenchClient(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
    scenarios.shutdownNow();
  }

  private CompletableFuture<Optional<Exchange>> await(String transaction, Duration timeout) {
    return CompletableFuture.supplyAsync(
        () -> client.await("e1", new AwaitedExchange(0, "insi", transaction, timeout)), scenarios);
  }

  private void untilWaiting(int calls) {
    Awaitility.await().until(() -> bench.waiting() == calls);
  }

  @Test
  void wakesAsSoonAsTheExchangeIsCommitted() throws Exception {
    CompletableFuture<Optional<Exchange>> awaited = await("INSi WS_INS2", LONG);
    untilWaiting(1);
    bench.commit(Samples.exchange(1, "e1", "psc", "PSC token"));
    bench.commit(Samples.exchange(2, "e1", "insi", "INSi WS_INS1"));
    Exchange expected = bench.commit(Samples.exchange(3, "e1", "insi", "INSi WS_INS2"));
    assertThat(awaited.get(5, TimeUnit.SECONDS)).contains(expected);
  }

  @Test
  void givesAtOnceWhatIsAlreadyThere() {
    Exchange there = bench.commit(Samples.exchange(1, "e1", "insi", null));
    assertThat(client.await("e1", new AwaitedExchange(0, "insi", null, LONG))).contains(there);
  }

  @Test
  void saysThatNothingCameInTime() throws Exception {
    assertThat(await(null, Duration.ofMillis(50)).get(5, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void saysThatTheSpaceIsUnknownInsteadOfWaiting() {
    assertThatThrownBy(() -> client.await("nulle-part", new AwaitedExchange(0, "insi", null, LONG)))
        .isInstanceOfSatisfying(
            BenchRefusedException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(404);
              assertThat(refused.error().code()).isEqualTo("espace-inconnu");
            });
  }

  /** More calls wait than the server has threads: it still answers, and then all of them. */
  @Test
  void answersOthersWhileManyWait() throws Exception {
    List<CompletableFuture<Optional<Exchange>>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(await(null, LONG));
    }
    untilWaiting(100);
    assertThat(client.health().status()).isEqualTo("pret");
    Exchange exchange = bench.commit(Samples.exchange(1, "e1", "insi", null));
    for (CompletableFuture<Optional<Exchange>> one : waiting) {
      assertThat(one.get(10, TimeUnit.SECONDS)).contains(exchange);
    }
  }

  @Test
  void letsNobodyWaitForAServerThatCloses() throws Exception {
    CompletableFuture<Optional<Exchange>> awaited = await(null, LONG);
    untilWaiting(1);
    server.close();
    assertThat(
            awaited
                .handle((found, failure) -> failure != null || found.isEmpty())
                .get(10, TimeUnit.SECONDS))
        .isTrue();
  }
}
