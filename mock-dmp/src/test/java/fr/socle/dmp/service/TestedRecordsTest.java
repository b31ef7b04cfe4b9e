package fr.socle.dmp.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestedRecordsTest {
  private static final String INS = "275039999901191";
  private static final String DOCTOR = "899900099997";

  private final Store store = Store.inMemory();
  private TestedRecords records;

  @BeforeEach
  void migrate() {
    DossierStore.migrate(store);
    records = open("e1");
  }

  private TestedRecords open(String space) {
    return new TestedRecords(store, space);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void tellsWhoTestedARecordOnceTheBenchHasStartedAgain() {
    records.tested(INS, DOCTOR);

    TestedRecords again = open("e1");
    assertThat(again.before(INS, DOCTOR)).isEqualTo(new TestedRecords.Before(true, true));
    assertThat(again.before(INS, "8")).isEqualTo(new TestedRecords.Before(true, false));
    assertThat(again.before("1", DOCTOR)).isEqualTo(new TestedRecords.Before(false, false));
    assertThat(open("e2").before(INS, DOCTOR)).isEqualTo(new TestedRecords.Before(false, false));
  }

  @Test
  void aListOfRecordsIsARightOnEachAndATestOfNone() {
    records.listed(INS, DOCTOR);

    assertThat(records.before(INS, DOCTOR)).isEqualTo(new TestedRecords.Before(false, true));
    assertThat(records.before(INS, "8")).isEqualTo(new TestedRecords.Before(false, false));
    assertThat(records.before("1", DOCTOR)).isEqualTo(new TestedRecords.Before(false, false));
    records.clear();
    assertThat(records.before(INS, DOCTOR)).isEqualTo(new TestedRecords.Before(false, false));
  }

  @Test
  void severalMayNoteTheSameAtOnceAndWhateverItsLength() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> notes =
          IntStream.range(0, 40)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        TestedRecords own = new TestedRecords(store, "e1");
                        own.tested(INS, "x".repeat(5_000));
                        return own.before(INS, "x".repeat(5_000)).byCaller();
                      })
              .toList();
      for (Future<Boolean> each : threads.invokeAll(notes)) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
