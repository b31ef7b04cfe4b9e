package fr.socle.bench.session;

import fr.socle.bench.http.RequestFaults;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a service. One call at a time, never two at once, on threads that may block;
 * between calls it costs no thread. Anything it throws is an error of the bench, which ends the
 * connection.
 */
public interface Session extends AutoCloseable {
  /** The first words, said before the client says anything. */
  Step greet();

  /**
   * What was waited for came.
   *
   * @param unit what came
   * @param faults faults armed for the exchange it belongs to
   */
  Step received(Unit unit, RequestFaults faults);

  /**
   * {@link SessionLink#wake()} was called: something may be said although nothing came. It is an
   * exchange of its own, without request, and changes nothing of what is waited for.
   *
   * @return what to say; null for nothing
   */
  default @Nullable Step woken() {
    return null;
  }

  /** Last words to a client that said nothing for too long; they are an exchange of their own. */
  Step farewell();

  /** The connection is gone. Called once. */
  @Override
  void close();
}
