package fr.socle.features.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One action asked of the LPS through its driver.
 *
 * @param name name of the action, such as {@code creer-dossier}
 * @param startedAt when it was asked
 * @param endedAt when the driver answered, or was given up
 * @param status {@code fait}, {@code refuse}, {@code echec}, {@code non-implemente} or {@code
 *     sans-reponse} (driver dead, too slow, or answering outside its contract)
 * @param message what the LPS tells its user, or what is wrong with the driver
 * @param userSteps user steps (clicks, inputs) that the driver declares; absent when it does not
 * @param input input of the action; absent for {@code configurer}, whose input is the descriptor
 * @param seen what the user sees afterwards
 * @param picture path of the picture of the screen, relative to the report's directory; absent when
 *     the driver offered none
 */
public record ActionCall(
    String name,
    Instant startedAt,
    Instant endedAt,
    String status,
    @Nullable String message,
    @Nullable Integer userSteps,
    @Nullable JsonNode input,
    @Nullable JsonNode seen,
    @Nullable String picture) {

  /** A call whose screen nobody saw. */
  public ActionCall(
      String name,
      Instant startedAt,
      Instant endedAt,
      String status,
      @Nullable String message,
      @Nullable Integer userSteps,
      @Nullable JsonNode input,
      @Nullable JsonNode seen) {
    this(name, startedAt, endedAt, status, message, userSteps, input, seen, null);
  }

  /** User steps declared over some calls; absent when the driver declares none of theirs. */
  public static @Nullable Integer declaredSteps(List<ActionCall> calls) {
    List<Integer> declared =
        calls.stream().map(ActionCall::userSteps).filter(Objects::nonNull).toList();
    return declared.isEmpty() ? null : declared.stream().mapToInt(Integer::intValue).sum();
  }

  /** The same call, with the path of its picture. */
  public ActionCall shownIn(String path) {
    return new ActionCall(name, startedAt, endedAt, status, message, userSteps, input, seen, path);
  }
}
