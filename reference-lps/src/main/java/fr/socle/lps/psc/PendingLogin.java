package fr.socle.lps.psc;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A login somebody has been asked for on his phone or card reader. This software goes on asking the
 * provider for its result meanwhile. Thread-safe.
 */
public final class PendingLogin {

  private final String number;
  private final Future<PscSession> outcome;

  PendingLogin(String number, Future<PscSession> outcome) {
    this.number = number;
    this.outcome = outcome;
  }

  /** The number to compare, to be shown as long as the login waits. */
  public String number() {
    return number;
  }

  /** Whether it has come to its end, one way or the other. */
  public boolean over() {
    return outcome.isDone();
  }

  /**
   * Waits for its end.
   *
   * @throws PscProblem when nobody is logged in
   */
  public PscSession await() throws PscProblem, InterruptedException {
    try {
      return outcome.get();
    } catch (CancellationException e) {
      throw new PscFailure("La connexion a été interrompue. Recommencez.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PscProblem problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Gives it up. */
  public void cancel() {
    outcome.cancel(true);
  }
}
