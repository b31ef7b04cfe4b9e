package fr.socle.insi.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search by identity traits as it was asked: nothing is corrected, absent elements are null.
 *
 * @param birthName birth name
 * @param firstNames each first-name element, in order; a list in one element stays one item
 * @param sex sex
 * @param birthDate birth date, a string from end to end because it may be lunar
 * @param birthPlace COG code of the birth place
 */
public record TraitSearch(
    @Nullable String birthName,
    List<String> firstNames,
    @Nullable String sex,
    @Nullable String birthDate,
    @Nullable String birthPlace) {

  /** Copies the list. */
  public TraitSearch {
    firstNames = List.copyOf(firstNames);
  }

  /** The first names as one text, in order. */
  public String firstNamesInOne() {
    return String.join(" ", firstNames);
  }
}
