package fr.socle.features.run;

import fr.socle.exigences.Basis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a scenario looked at: what is expected, on what it rests, whether it holds, and what
 * the editor must change when it does not.
 *
 * @param text what is expected, one French sentence in business words
 * @param basis on what it rests
 * @param judges requirements it judges among those of the scenario, none of them when the scenario
 *     names none; empty for all of the scenario's
 * @param met whether it holds
 * @param found what was found instead
 * @param mend what the editor must change, one French sentence
 * @param exchanges sequence numbers of the exchanges it was read in
 */
public record Expectation(
    String text,
    Basis basis,
    List<String> judges,
    boolean met,
    @Nullable String found,
    @Nullable String mend,
    List<Long> exchanges) {

  /** Copies the lists. */
  public Expectation {
    judges = List.copyOf(judges);
    exchanges = List.copyOf(exchanges);
    if (!met && (found == null || mend == null)) {
      throw new IllegalArgumentException(
          "an expectation that does not hold says what was found and what to change: " + text);
    }
  }

  /** Begins an expectation. */
  public static Builder that(String text, Basis basis) {
    return new Builder(text, basis);
  }

  /** Says what is expected, then whether it holds. */
  public static final class Builder {
    private final String text;
    private final Basis basis;
    private List<String> judges = List.of();
    private List<Long> exchanges = List.of();
    private boolean necessaryOnly;

    private Builder(String text, Basis basis) {
      this.text = text;
      this.basis = basis;
    }

    /** Restricts it to these requirements; one that the scenario does not name is not judged. */
    public Builder judging(String... requirements) {
      judges = List.of(requirements);
      return this;
    }

    /** Names the exchanges it was read in. */
    public Builder in(List<Long> sequences) {
      exchanges = sequences;
      return this;
    }

    /**
     * What is looked at is needed and decides nothing by itself: the bench sees a breach, but where
     * there is none only the driver's word says that the requirement holds.
     */
    public Builder necessary() {
      necessaryOnly = true;
      return this;
    }

    /**
     * Ends the expectation.
     *
     * @param met whether it holds
     * @param found what was found, said when it does not hold
     * @param mend what the editor must change, said when it does not hold
     */
    public Expectation isMet(boolean met, String found, String mend) {
      return new Expectation(
          text,
          met && necessaryOnly ? Basis.DECLARE : basis,
          judges,
          met,
          met ? null : found,
          met ? null : mend,
          exchanges);
    }
  }
}
