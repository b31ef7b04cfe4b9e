package fr.socle.dmp.service;

import fr.socle.bench.store.Store;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Transactions that are done again when somebody else came first: a row that was written meanwhile,
 * a deadlock, a lock that was waited for too long. Safe for use by several threads.
 */
public final class Transactions {
  // Each time one of those who met goes through: eight at once end well before.
  private static final int ATTEMPTS = 12;
  private static final String CONSTRAINT_VIOLATED = "23";
  private static final String ROLLED_BACK = "40";
  private static final String LOCK_TIMEOUT = "HYT";
  private static final String WRITTEN_MEANWHILE = "90131";

  private final Store store;

  /** Transactions on a store. */
  public Transactions(Store store) {
    this.store = store;
  }

  /**
   * What is done in a transaction; it may be done several times, and only the last one counts.
   *
   * @param <T> what it gives
   * @param <E> what it refuses with, which undoes it
   */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T on(Handle handle) throws E;
  }

  /**
   * Does something in one transaction.
   *
   * @throws E when the work refuses: nothing of it stays
   * @throws JdbiException when the store fails for another reason than others writing to it
   */
  public <T, E extends Exception> T run(Work<T, E> work) throws E {
    for (int attempt = 1; ; attempt++) {
      try {
        return store.jdbi().<T, E>inTransaction(work::on);
      } catch (JdbiException e) {
        if (attempt == ATTEMPTS || !isMeeting(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isMeeting(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.startsWith(CONSTRAINT_VIOLATED)
            || state.startsWith(ROLLED_BACK)
            || state.startsWith(LOCK_TIMEOUT)
            || state.equals(WRITTEN_MEANWHILE);
      }
    }
    return false;
  }
}
