package fr.socle.bench.session;

import fr.socle.bench.content.Content;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session does next.
 *
 * @param answer bytes to send, perhaps none
 * @param awaits what it then waits for
 * @param then what becomes of the connection
 * @param told what the exchange was, if it is over; null while it goes on
 * @param delivery how the answer travels
 * @param work what has to be done before there is an answer, on a thread that others do not wait
 *     for; the rest of this step is then that of what it returns. Null for nothing
 */
public record Step(
    Content answer,
    Awaits awaits,
    Then then,
    @Nullable Told told,
    Delivery delivery,
    @Nullable Supplier<Step> work) {

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
    return new Step(bytes(answer), awaits, Then.KEEP, null, Delivery.WHOLE, null);
  }

  /** An answer that ends the exchange. */
  public static Step over(Content answer, Awaits awaits, Told told) {
    return new Step(answer, awaits, Then.KEEP, told, Delivery.WHOLE, null);
  }

  /** An answer that ends the exchange. */
  public static Step over(String answer, Awaits awaits, Told told) {
    return over(bytes(answer), awaits, told);
  }

  /**
   * An answer that takes time, because somebody else has to be asked.
   *
   * @param work gives the step; called once, while nothing else happens to the session
   */
  public static Step after(Supplier<Step> work) {
    return new Step(bytes(""), new Awaits.Line(1), Then.KEEP, null, Delivery.WHOLE, work);
  }

  /** The same step, with something else becoming of the connection. */
  public Step and(Then other) {
    return new Step(answer, awaits, other, told, delivery, work);
  }

  /** The same step, its answer travelling otherwise. */
  public Step travelling(Delivery how) {
    return new Step(answer, awaits, then, told, how, work);
  }

  private static Content bytes(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
