package fr.socle.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.content.Content;
import fr.socle.bench.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JournalTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Store store = Store.inMemory();
  private final Journal journal = new Journal(store, threads);

  @AfterEach
  void close() {
    threads.shutdownNow();
    store.close();
  }

  private static ExchangeDraft draft(String space, String transaction, Content bytes) {
    return draft(space, transaction, bytes, Map.of());
  }

  private static ExchangeDraft draft(
      String space, String transaction, Content bytes, Map<String, Object> decoded) {
    return new ExchangeDraft(
        space,
        null,
        "echo",
        "echo.clair",
        Kind.HTTP,
        transaction,
        Instant.EPOCH,
        1,
        "GET",
        "/",
        200,
        null,
        decoded,
        null,
        List.of(),
        bytes,
        0,
        false,
        bytes,
        List.of(),
        null);
  }

  private static ExchangeDraft draft(String space, String transaction) {
    return draft(space, transaction, Content.of(new byte[0]));
  }

  private static Content lost() {
    return new Content() {
      @Override
      public long size() {
        return 1;
      }

      @Override
      public InputStream open() throws IOException {
        throw new IOException("disque");
      }
    };
  }

  /** The name of a transaction may hold what software sent. */
  @Test
  void aTransactionWhoseNameIsTooLongIsKeptAndFound() {
    String name = "ANN FHIR search " + "a".repeat(300);

    Exchange written = journal.append(draft("s1", name));

    assertThat(journal.reader().first("s1", 0, "echo", name))
        .map(Exchange::sequence)
        .contains(written.sequence());
    assertThat(written.transaction()).isEqualTo(name);
  }

  @Test
  void tellsOfNoExchangeWhoseWritingIsNotOver() {
    Exchange first = journal.append(draft("e1", "a"));
    // What a database shows of a commit while it still puts it on disk.
    store
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into journal.exchange select sequence + 1, space_id, window_id,"
                        + " service, transaction_name, truncated, document from journal.exchange"));

    assertThat(journal.reader().page("e1", 0, null).exchanges()).containsExactly(first);
    assertThat(journal.reader().raw("e1", first.sequence() + 1)).isEmpty();
    assertThat(journal.await("e1", first.sequence(), "echo", null, Duration.ZERO)).isEmpty();
  }

  @Test
  void losesNothingAndLeavesNoHoleWhenAnAppendFails() {
    // Large enough for some of it to be written before the failure.
    Content large = Content.of(new byte[5_000_000]);
    journal.append(draft("e1", "a"));
    assertThatThrownBy(
            () -> journal.append(draft("e1", "b", Content.joined(List.of(large, lost())))))
        .isInstanceOf(RuntimeException.class);
    journal.append(draft("e1", "c"));
    assertThat(journal.reader().page("e1", 0, null).exchanges())
        .extracting(Exchange::sequence, Exchange::transaction)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, "a"),
            org.assertj.core.groups.Tuple.tuple(2L, "c"));
  }

  /**
   * Twenty threads write while the first one is slow: one transaction writes them, but the bad one.
   */
  @Test
  void writesTogetherWhatWaitsTogetherAndFailsOnlyWhatCannotBeWritten() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch slow = new CountDownLatch(1);
    Future<Exchange> first =
        threads.submit(() -> journal.append(draft("a", "premier", waitingFor(begun, slow))));
    begun.await();
    List<Future<Exchange>> together = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String transaction = "t" + i;
      Content bytes = i == 7 ? lost() : Content.of(new byte[] {(byte) i});
      together.add(threads.submit(() -> journal.append(draft("a", transaction, bytes))));
    }
    await().until(() -> journal.waiting() == 20);
    slow.countDown();

    assertThat(first.get().sequence()).isEqualTo(1);
    List<Long> places = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Future<Exchange> each = together.get(i);
      if (i == 7) {
        assertThatThrownBy(each::get).hasCauseInstanceOf(UncheckedIOException.class);
      } else {
        Exchange exchange = each.get();
        assertThat(exchange.transaction()).isEqualTo("t" + i);
        places.add(exchange.sequence());
      }
    }
    assertThat(places).doesNotHaveDuplicates().allMatch(each -> each > 1 && each <= 20);
    assertThat(journal.cursor()).isEqualTo(20);
    assertThat(journal.reader().page("a", 0, null).exchanges())
        .extracting(Exchange::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  private static Content waitingFor(CountDownLatch begun, CountDownLatch latch) {
    return new Content() {
      @Override
      public long size() {
        return 1;
      }

      @Override
      public InputStream open() throws IOException {
        begun.countDown();
        try {
          latch.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        return new ByteArrayInputStream(new byte[1]);
      }
    };
  }

  @Test
  void neverMissesWhatArrivesWhileAWaiterLooks() throws Exception {
    int rounds = 300;
    Future<?> writer =
        threads.submit(
            () -> {
              for (int i = 0; i < rounds; i++) {
                journal.append(draft("autre", "x"));
                journal.append(draft("e1", "t" + i));
              }
            });
    long cursor = 0;
    for (int i = 0; i < rounds; i++) {
      Exchange next =
          journal.await("e1", cursor, "echo", "t" + i, Duration.ofSeconds(20)).orElseThrow();
      assertThat(next.transaction()).isEqualTo("t" + i);
      cursor = next.sequence();
    }
    writer.get(20, TimeUnit.SECONDS);
  }

  @Test
  void stopsWaitingWhenTheTimeIsOver() {
    journal.append(draft("e1", "a"));
    CompletableFuture<Optional<Exchange>> waiting =
        CompletableFuture.supplyAsync(
            () -> journal.await("e1", 0, "echo", "b", Duration.ofMillis(100)), threads);
    assertThat(waiting.join()).isEmpty();
    assertThat(journal.await("e1", 1, "echo", null, Duration.ZERO)).isEmpty();
    assertThat(journal.await("e1", 0, "echo", null, Duration.ZERO)).isPresent();
  }

  @Test
  void letsASlowFollowerLoseNothingAndDelayNobody() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    BlockingQueue<Long> slow = new LinkedBlockingQueue<>();
    BlockingQueue<Long> quick = new LinkedBlockingQueue<>();
    try (AutoCloseable first =
            journal.subscribe(
                "e1",
                exchange -> {
                  try {
                    gate.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  slow.add(exchange.sequence());
                });
        AutoCloseable second = journal.subscribe("e1", one -> quick.add(one.sequence()))) {
      for (int i = 0; i < 50; i++) {
        journal.append(draft("e1", "a"));
      }
      List<Long> seen = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        seen.add(quick.poll(20, TimeUnit.SECONDS));
      }
      assertThat(slow).isEmpty();
      gate.countDown();
      for (Long sequence : seen) {
        assertThat(slow.poll(20, TimeUnit.SECONDS)).isEqualTo(sequence);
      }
    }
  }

  @Test
  void keepsBodiesWholeAndViewsWithinReason() {
    byte[] body = new byte[3_000_000];
    body[2_999_999] = 7;
    Exchange exchange =
        journal.append(draft("e1", "a", Content.of(body), Map.of("texte", "x".repeat(600_000))));
    RawExchange raw = journal.reader().raw("e1", exchange.sequence()).orElseThrow();
    assertThat(raw.request()).isEqualTo(body);
    assertThat(raw.response()).isEqualTo(body);
    assertThat(exchange.responseSize()).isEqualTo(body.length);
    assertThat(exchange.decoded().get("vue").asText()).contains("trop grande");
    assertThat(journal.reader().raw("e2", exchange.sequence())).isEmpty();
  }

  @Test
  void givesTheBeginningOfALargeExchangeAtOnceAndAllOfItByStreams() {
    byte[] body = new byte[17 << 20];
    body[body.length - 1] = 7;
    long sequence = journal.append(draft("e1", "a", Content.of(body))).sequence();
    RawExchange raw = journal.reader().raw("e1", sequence).orElseThrow();

    assertThat(raw.request()).hasSize(16 << 20);
    assertThat(raw.truncated()).isTrue();
    assertThat(journal.reader().request("e1", sequence).orElseThrow().all()).isEqualTo(body);
    assertThat(journal.reader().response("e1", sequence).orElseThrow().all()).isEqualTo(body);
    assertThat(journal.reader().request("e2", sequence)).isEmpty();
  }

  @Test
  void playsInMemoryTheScriptsFlywayFinds() {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:");
    assertThat(
            Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + Journal.SCRIPTS)
                .load()
                .info()
                .all())
        .extracting(MigrationInfo::getScript)
        .containsExactlyElementsOf(Journal.SCRIPT_NAMES);
  }
}
