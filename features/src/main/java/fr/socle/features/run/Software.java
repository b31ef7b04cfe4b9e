package fr.socle.features.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.driver.ActionNotImplementedException;
import fr.socle.features.driver.DriverFailedException;
import fr.socle.features.driver.Picture;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The software under test as a scenario sees it: one asks it to act and looks at what its user then
 * sees. Used by the thread of the scenario alone.
 */
public final class Software {
  private static final String NO_ANSWER = "sans-reponse";
  private static final String NOT_IMPLEMENTED = "non-implemente";

  /** What the pictures of one scenario may weigh together, in bytes. */
  private static final int MOST_PICTURES = 32 * 1024 * 1024;

  private final Place place;
  private final Fate fate;
  private final Clock clock;
  private final List<ActionCall> calls = new ArrayList<>();
  private final Map<Integer, Picture> pictures = new HashMap<>();

  Software(Place place, Fate fate, Clock clock) {
    this.place = place;
    this.fate = fate;
    this.clock = clock;
  }

  /** Whether the driver offers an action. */
  public boolean offers(String action) {
    return place.capabilities().offers(action);
  }

  /**
   * Whether the driver says it plays something that the names of actions do not tell.
   *
   * @param what a word of {@link fr.socle.features.driver.Capabilities}
   */
  public boolean plays(String what) {
    return place.capabilities().plays(what);
  }

  /** An empty input. */
  public static ObjectNode input() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Asks for an action that the scenario is about. A refusal or a failure of the LPS is an answer;
   * an action that is not implemented, or a driver that fails, stops the scenario.
   */
  public ActionAnswer ask(String action, ObjectNode input) {
    return ask(action, input, input);
  }

  /**
   * Asks for an action that only prepares the scenario: unless it is done, nothing can be said.
   *
   * @param action name of the action
   * @param input its input
   * @param purpose what it is for, such as {@code créer le dossier de la patiente}
   * @return what the user sees
   */
  public JsonNode prepare(String action, ObjectNode input, String purpose) {
    ActionAnswer answer = ask(action, input);
    if (!answer.done() || answer.seen() == null) {
      throw fate.undecided(
          Cause.LPS,
          "La préparation du scénario s'arrête : pour %s, le LPS a répondu « %s » à l'action « %s » (%s)."
              .formatted(purpose, answer.status().label(), action, answer.messageOrNone()));
    }
    return answer.seen();
  }

  /**
   * Asks for an action the scenario can do without: a refusal, a failure or an action that is not
   * implemented lets it go on.
   *
   * @return whether it was done
   */
  public boolean attempt(String action, ObjectNode input) {
    if (!offers(action)) {
      return false;
    }
    Instant startedAt = clock.instant();
    try {
      return performed(action, input, input, startedAt).done();
    } catch (ActionNotImplementedException e) {
      calls.add(unanswered(action, startedAt, NOT_IMPLEMENTED, e, input));
      return false;
    } catch (DriverFailedException e) {
      calls.add(unanswered(action, startedAt, NO_ANSWER, e, input));
      throw fate.undecided(Cause.PILOTE, String.valueOf(e.getMessage()));
    }
  }

  /** Where the LPS hears of logouts (backchannel_logout_uri), if it said so. */
  public Optional<String> logoutAddress() {
    return place.logoutAddress();
  }

  /** Where its editor's own Proxy e-Santé is, if it said so. */
  public Optional<String> proxyAddress() {
    return place.proxyAddress();
  }

  /** Hands the LPS the space it is to use. The descriptor is not kept as evidence. */
  ActionAnswer configure(ObjectNode descriptorAndSettings) {
    return ask("configurer", descriptorAndSettings, null);
  }

  List<ActionCall> calls() {
    return List.copyOf(calls);
  }

  /** Pictures of the screen, by rank of their call. */
  Map<Integer, Picture> pictures() {
    return Map.copyOf(pictures);
  }

  private void keep(Picture picture) {
    int held = pictures.values().stream().mapToInt(one -> one.bytes().length).sum();
    if (held + picture.bytes().length <= MOST_PICTURES) {
      pictures.put(calls.size(), picture);
    }
  }

  private ActionAnswer ask(String action, ObjectNode input, @Nullable ObjectNode kept) {
    Instant startedAt = clock.instant();
    try {
      return performed(action, input, kept, startedAt);
    } catch (ActionNotImplementedException e) {
      calls.add(unanswered(action, startedAt, NOT_IMPLEMENTED, e, kept));
      throw fate.notCovered(String.valueOf(e.getMessage()));
    } catch (DriverFailedException e) {
      calls.add(unanswered(action, startedAt, NO_ANSWER, e, kept));
      throw fate.undecided(Cause.PILOTE, String.valueOf(e.getMessage()));
    }
  }

  private ActionAnswer performed(
      String action, ObjectNode input, @Nullable ObjectNode kept, Instant startedAt) {
    if (offers(action)) {
      place.setUsed();
    }
    ActionAnswer answer = place.driver().perform(action, input);
    Instant endedAt = clock.instant();
    if (kept != null) {
      place.driver().picture().ifPresent(this::keep);
    }
    calls.add(
        new ActionCall(
            action,
            startedAt,
            endedAt,
            answer.status().label(),
            answer.message(),
            answer.userSteps(),
            kept,
            answer.seen()));
    return answer;
  }

  private ActionCall unanswered(
      String action,
      Instant startedAt,
      String status,
      RuntimeException why,
      @Nullable ObjectNode kept) {
    return new ActionCall(
        action, startedAt, clock.instant(), status, why.getMessage(), null, kept, null);
  }
}
