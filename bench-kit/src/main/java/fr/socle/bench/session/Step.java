package fr.socle.bench.session;

import fr.socle.bench.content.Content;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a session does next.
 *
 * @param answer bytes to send, perhaps none
 * @param awaits what it then waits for
 * @param then what becomes of the connection
 * @param told what the exchange was, if it is over; null while it goes on
 */
public record Step(Content answer, Awaits awaits, Then then, @Nullable Told told) {

  /** What becomes of the connection once the answer is written. */
  public enum Then {
    /** It goes on. */
    KEEP,
    /** The client begins a TLS handshake. What it sent before that is dropped. */
    START_TLS,
    /** It ends. */
    CLOSE
  }

  /** An answer after which the exchange goes on. */
  public static Step on(String answer, Awaits awaits) {
    return new Step(bytes(answer), awaits, Then.KEEP, null);
  }

  /** An answer that ends the exchange. */
  public static Step over(Content answer, Awaits awaits, Told told) {
    return new Step(answer, awaits, Then.KEEP, told);
  }

  /** An answer that ends the exchange. */
  public static Step over(String answer, Awaits awaits, Told told) {
    return over(bytes(answer), awaits, told);
  }

  /** The same step, with something else becoming of the connection. */
  public Step and(Then other) {
    return new Step(answer, awaits, other, told);
  }

  private static Content bytes(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
