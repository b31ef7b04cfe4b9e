package fr.socle.dmp.service;

import fr.socle.bench.store.Store;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.JdbiException;

/**
 * Which records were tested, and by whom. The order of calls is judged on it, since software
 * remembers what the DMP told it beyond a window and beyond a restart of the bench. Safe for use by
 * several threads.
 */
public final class TestedRecords {
  private static final String ANYBODY = "*";

  /** Before the number of a patient whose record was listed, which tests nothing. */
  private static final String LISTED = "liste:";

  private static final String CONSTRAINT_VIOLATED = "23";
  private static final int LONGEST = 100;
  private static final int KEPT = 10_000;

  private final Store store;
  private final String space;
  private final Set<Key> known = ConcurrentHashMap.newKeySet();

  /** The records tested in a space. */
  public TestedRecords(Store store, String space) {
    this.store = store;
    this.space = space;
  }

  /**
   * What was asked before a call.
   *
   * @param byAnybody whether somebody has tested the existence of the record (TD0.2, TD1.3a)
   * @param byCaller whether the caller has, or was told of it among those open to him (TD0.4)
   */
  public record Before(boolean byAnybody, boolean byCaller) {}

  private record Key(String ins, String caller) {
    static Key of(String ins, String caller) {
      return new Key(cut(ins), cut(caller));
    }

    private static String cut(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
  }

  /** What is known before a call about a patient. */
  public Before before(String ins, String caller) {
    boolean byCaller = isKnown(Key.of(ins, caller));
    return new Before(
        byCaller || isKnown(Key.of(ins, ANYBODY)),
        byCaller || isKnown(Key.of(LISTED + ins, caller)));
  }

  /** Notes that the DMP told a caller about a record. */
  public void tested(String ins, String caller) {
    note(Key.of(ins, caller));
    note(Key.of(ins, ANYBODY));
  }

  /** Notes that the DMP listed a record among those open to a caller: no test of its existence. */
  public void listed(String ins, String caller) {
    note(Key.of(LISTED + ins, caller));
  }

  private boolean isKnown(Key key) {
    if (known.contains(key)) {
      return true;
    }
    boolean there =
        store
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "select 1 from dmp.existence where space_id = ? and ins = ? and"
                                + " appelant = ?",
                            space,
                            key.ins(),
                            key.caller())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    if (there) {
      keep(key);
    }
    return there;
  }

  private void note(Key key) {
    if (isKnown(key)) {
      return;
    }
    try {
      store
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into dmp.existence (space_id, ins, appelant) values (?, ?, ?)",
                      space,
                      key.ins(),
                      key.caller()));
    } catch (JdbiException e) {
      // Somebody noted the same meanwhile.
      if (!(e.getCause() instanceof SQLException sql)
          || sql.getSQLState() == null
          || !sql.getSQLState().startsWith(CONSTRAINT_VIOLATED)) {
        throw e;
      }
    }
    keep(key);
  }

  /** What is dropped is asked of the database again. */
  private void keep(Key key) {
    if (known.size() >= KEPT) {
      known.clear();
    }
    known.add(key);
  }

  /** Forgets everything. */
  public void clear() {
    store
        .jdbi()
        .useHandle(handle -> handle.execute("delete from dmp.existence where space_id = ?", space));
    known.clear();
  }
}
