package fr.socle.features.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the scenario arranged elsewhere than in the LPS, to be drawn between the exchanges.
 *
 * @param at when
 * @param kind what kind of thing
 * @param text what was arranged, French
 * @param service service concerned, such as {@code psc}; absent when it concerns none alone
 */
public record TimelineEvent(Instant at, Kind kind, String text, @Nullable String service) {

  /** Kinds of events. */
  public enum Kind {
    /** A fault was armed. */
    PANNE("panne"),
    /** A fault was disarmed. */
    FIN_DE_PANNE("fin_de_panne"),
    /** Somebody elsewhere will do something: the person at the login page, the phone. */
    AILLEURS("ailleurs"),
    /** Somebody or something was put in the world of the space. */
    MONDE("monde"),
    /** What the services hold was made older. */
    VIEILLISSEMENT("vieillissement");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word of the report. */
    @JsonValue
    public String label() {
      return label;
    }
  }
}
