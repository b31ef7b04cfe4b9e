package fr.socle.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit changed in several tables is seen in all of them, or in none. */
class CommitsTest {
  private static final int COMMITS = 200;
  private static final int READERS = 3;

  @Test
  void whoSeesTheCounterOfATransactionSeesItsRows(@TempDir Path directory) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    try (Store store = Store.inDirectory(directory)) {
      Jdbi jdbi = store.jdbi();
      jdbi.useHandle(
          handle -> {
            handle.execute("create table compteur (id bigint primary key, valeur bigint)");
            handle.execute("create table ligne (numero bigint primary key)");
            handle.execute("insert into compteur values (1, 0)");
          });
      AtomicBoolean over = new AtomicBoolean();
      List<Future<List<String>>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(threads.submit(() -> jdbi.withHandle(handle -> missed(handle, over))));
      }
      for (int i = 1; i <= COMMITS; i++) {
        long number = i;
        jdbi.useTransaction(
            handle -> {
              handle.execute("update compteur set valeur = ? where id = 1", number);
              handle.execute("insert into ligne values (?)", number);
            });
      }
      over.set(true);
      for (Future<List<String>> each : readers) {
        assertThat(each.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> missed(Handle handle, AtomicBoolean over) {
    List<String> missed = new ArrayList<>();
    long since = 0;
    while (!over.get()) {
      long before = last(handle, since);
      long counter =
          handle.select("select valeur from compteur where id = ?", 1).mapTo(Long.class).one();
      long after = last(handle, since);
      if (after < counter) {
        missed.add(counter + " after " + before);
      }
      since = Math.max(counter, after);
    }
    return missed;
  }

  private static long last(Handle handle, long since) {
    return handle
        .select("select numero from ligne where numero > ? order by numero", since)
        .mapTo(Long.class)
        .stream()
        .reduce(since, Math::max);
  }
}
