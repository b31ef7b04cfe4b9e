package fr.socle.dmp.service;

import fr.socle.bench.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The accesses in an emergency of one space, in SQL. Safe for use by several threads. */
public final class EmergencyAccesses {
  private static final int SHOWN = 100;
  // Widths of V5__acces.sql.
  private static final int HOLDER = 100;
  private static final int REASON = 1_000;

  private final Store store;
  private final String space;

  EmergencyAccesses(Store store, String space) {
    this.store = store;
    this.space = space;
  }

  /** Records one, within the transaction that is this access. */
  void note(Handle handle, EmergencyAccess one) {
    handle.execute(
        "insert into dmp.acces (space_id, ins, quand, porteur, mode, operation, raison) values (?,"
            + " ?, ?, ?, ?, ?, ?)",
        space,
        one.ins(),
        one.at().toEpochMilli(),
        Width.cut(one.holder(), HOLDER),
        one.purpose(),
        one.transaction(),
        Width.cut(one.reason(), REASON));
  }

  /** Those to the record of a patient, newest first; a hundred at most. */
  public List<EmergencyAccess> of(String ins) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select * from dmp.acces where space_id = ? and ins = ? order by quand desc"
                            + " limit ?",
                        space,
                        ins,
                        SHOWN)
                    .map(
                        (row, context) ->
                            new EmergencyAccess(
                                row.getString("ins"),
                                Instant.ofEpochMilli(row.getLong("quand")),
                                row.getString("porteur"),
                                row.getString("mode"),
                                row.getString("operation"),
                                row.getString("raison")))
                    .list());
  }

  void age(Handle handle, Duration by) {
    handle.execute(
        "update dmp.acces set quand = quand - ? where space_id = ?", by.toMillis(), space);
  }

  void clear(Handle handle) {
    handle.execute("delete from dmp.acces where space_id = ?", space);
  }
}
