package fr.socle.exigences;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a published list, or one of ours where none is known.
 *
 * @param id identifier as tags carry it, such as {@code INS/va1.53}
 * @param wave Ségur wave, 1 or 2; 0 for rules of a service that belong to no wave
 * @param chapter chapter of the list, such as {@code INS}
 * @param level obligation of the text
 * @param verification how a bench can verify it
 * @param source where the requirement itself is read; an expectation on it has this effect
 * @param sourceKey sheet, section and tag
 * @param title our French summary, one sentence
 * @param profiles profiles of product it applies to, such as {@code lgc}
 * @param publishedId identifier in the published wave 2 list where a source attests it
 */
public record Requirement(
    String id,
    int wave,
    String chapter,
    Level level,
    Verification verification,
    RuleSource source,
    String sourceKey,
    String title,
    List<String> profiles,
    @Nullable String publishedId) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./-]*");

  /**
   * Checks every member and copies the list.
   *
   * @throws IllegalArgumentException if the identifier cannot be a tag, a text is blank, the wave
   *     is none of 0, 1, 2, or no profile is named
   */
  public Requirement {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an identifier that a tag can carry: " + id);
    }
    for (String text : List.of(chapter, sourceKey, title)) {
      if (text.isBlank()) {
        throw new IllegalArgumentException(id + " needs a chapter, a source key and a title");
      }
    }
    if (wave < 0 || wave > 2) {
      throw new IllegalArgumentException(id + " is of no wave: " + wave);
    }
    profiles = List.copyOf(profiles);
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException(id + " applies to no profile");
    }
  }

  /** Modal verb of the text. */
  public enum Level {
    /** Mandatory. */
    DOIT,
    /** Recommended: audits let it pass with a remark. */
    DEVRAIT,
    /** Optional. */
    PEUT
  }

  /** How a bench can verify a requirement. */
  public enum Verification {
    /** Traffic or the state of a service decides. */
    AUTO,
    /** The bench sets the scene, a person looks. */
    GUIDED,
    /** A piece has to be supplied. */
    DOCUMENT,
    /** Not for a bench. */
    OUT
  }
}
