package fr.socle.bench.stub;

import fr.socle.bench.http.Answer;
import java.time.Duration;

/**
 * What a stub wants done.
 *
 * @param delay how long before
 * @param action what
 */
public record StubPlay(Duration delay, Action action) {

  /** What a stub can do. */
  public sealed interface Action {}

  /**
   * Answers.
   *
   * @param answer the answer
   */
  public record Answers(Answer answer) implements Action {}

  /**
   * Writes bytes that are no answer, then breaks the connection.
   *
   * @param bytes what is written
   * @param reset whether the client sees a reset instead of an end
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Breaks(byte[] bytes, boolean reset) implements Action {}
}
