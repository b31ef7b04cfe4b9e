package fr.socle.bench.world;

import org.jspecify.annotations.Nullable;

/**
 * A person as INSi knows her: what a search is compared with, and what it answers.
 *
 * @param registered traits a search must match
 * @param answer what is answered; null when the search of this person fails technically
 * @param faultCode code of that failure, such as {@code insi_102}; null when there is an answer
 */
public record InsiEntry(
    StrictTraits registered, @Nullable InsiAnswer answer, @Nullable String faultCode) {

  /** An entry, checked: an answer or a failure, not both. */
  public InsiEntry {
    if ((answer == null) == (faultCode == null)) {
      throw new IllegalArgumentException(
          "Entrée INSi : donnez une réponse ou un code de panne, l'un des deux.");
    }
  }

  /** A person found. */
  public static InsiEntry answering(StrictTraits registered, InsiAnswer answer) {
    return new InsiEntry(registered, answer, null);
  }

  /** A person whose search fails technically. */
  public static InsiEntry failing(StrictTraits registered, String faultCode) {
    return new InsiEntry(registered, null, faultCode);
  }
}
