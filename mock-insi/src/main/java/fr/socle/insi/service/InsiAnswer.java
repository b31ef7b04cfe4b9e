package fr.socle.insi.service;

import org.jspecify.annotations.Nullable;

/**
 * What INSi answers to a search: a return code and, with {@code 00}, an identity.
 *
 * @param code return code
 * @param label its label on the wire
 * @param identity identity found; null unless one was
 */
public record InsiAnswer(String code, String label, @Nullable FoundIdentity identity) {
  // insi.md 2.6 (S:2, S:3, S:12)
  private static final String NONE = "Aucune identite trouvee";
  private static final String SEVERAL = "Plusieurs identites trouvees";

  /** One identity. */
  public static InsiAnswer found(FoundIdentity identity) {
    return new InsiAnswer("00", "OK", identity);
  }

  /** Nobody. */
  public static InsiAnswer none() {
    return new InsiAnswer("01", NONE, null);
  }

  /** The INS is that of these traits: insi.md 4 (A). */
  static InsiAnswer valid() {
    return new InsiAnswer("00", "OK", null);
  }

  /** It is not; the label is ours. */
  static InsiAnswer notValid() {
    return new InsiAnswer("01", "INS non valide", null);
  }

  /** More than one. */
  public static InsiAnswer several() {
    return new InsiAnswer("02", SEVERAL, null);
  }
}
