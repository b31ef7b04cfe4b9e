package fr.socle.bench.world;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * As whom a space answers the published persons: the setting {@value #SETTING}. Where a file of the
 * CNDA and the qualification platform differ, so do these (insi.md 2.5, 2.6, 6).
 */
public enum PublishedWorld {
  /** All that was published of each, in the form of live answers. */
  SOCLE("socle"),
  /** The files that the CNDA gives to be injected. */
  CNDA("cnda"),
  /** The qualification platform. */
  PLATFORM("qualification");

  /** Name of the setting of a space. */
  public static final String SETTING = "monde";

  private final String label;

  PublishedWorld(String label) {
    this.label = label;
  }

  /** The word of the setting. */
  public String label() {
    return label;
  }

  /**
   * The one that the settings of a space choose; {@link #SOCLE} by default.
   *
   * @param setting value of a setting by name, or the default given
   * @throws IllegalArgumentException with a French sentence for a word that is none of them
   */
  public static PublishedWorld of(BinaryOperator<String> setting) {
    String word = setting.apply(SETTING, SOCLE.label);
    return Arrays.stream(values())
        .filter(world -> world.label.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Réglage monde=%s : choisissez parmi %s."
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(PublishedWorld::label)
                                .collect(Collectors.joining(", ")))));
  }
}
