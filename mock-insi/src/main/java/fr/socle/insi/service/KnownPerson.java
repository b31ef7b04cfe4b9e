package fr.socle.insi.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person INSi knows: what a search is compared with, and what it gives.
 *
 * @param birthName birth name
 * @param firstNames birth first names, in order
 * @param sex {@code F} or {@code M}
 * @param birthDate {@code YYYY-MM-DD}, possibly lunar
 * @param birthPlace COG code, five characters
 * @param answer identity answered; null when searching this person fails
 * @param faultCode code of that failure; null when there is an answer
 */
public record KnownPerson(
    String birthName,
    List<String> firstNames,
    String sex,
    String birthDate,
    String birthPlace,
    @Nullable FoundIdentity answer,
    @Nullable String faultCode) {

  /** Copies the list; checks that there is an answer or a failure, not both. */
  public KnownPerson {
    firstNames = List.copyOf(firstNames);
    if ((answer == null) == (faultCode == null)) {
      throw new IllegalArgumentException("a known person has an answer or a failure");
    }
  }
}
