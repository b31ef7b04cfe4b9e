package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import java.time.Duration;
import java.util.function.Supplier;

/** What a connection does next for a request it has received. */
public sealed interface Reply {

  /**
   * Waits without holding a thread, then asks again.
   *
   * @param delay how long
   * @param then what follows
   */
  record Later(Duration delay, Supplier<Reply> then) implements Reply {}

  /**
   * Writes bytes, then ends.
   *
   * @param bytes exactly what goes on the wire
   * @param ending what becomes of the connection
   */
  record Now(Content bytes, Ending ending) implements Reply {}

  /** What becomes of a connection after an answer. */
  enum Ending {
    /** It waits for the next request. */
    KEEP,
    /** It is closed in order. */
    CLOSE,
    /** It ends without a word, under TLS too: what was written arrives, nothing more. */
    CUT,
    /** It is reset: the client sees a broken connection. */
    RESET
  }
}
