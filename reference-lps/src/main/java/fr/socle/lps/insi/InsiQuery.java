package fr.socle.lps.insi;

import fr.socle.lps.identite.Ins;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of one search by traits, already in the alphabet of INSi.
 *
 * @param birthName birth name
 * @param firstName one first name, or the whole list separated by spaces
 * @param sex {@code F} or {@code M}
 * @param birthDate {@code YYYY-MM-DD}
 * @param birthPlace COG code, or null to search without it
 * @param covered an INS to write in {@code COUVERTURE}; null in correct software, where this
 *     element stays empty (insi.md 2.3)
 */
public record InsiQuery(
    String birthName,
    String firstName,
    String sex,
    String birthDate,
    @Nullable String birthPlace,
    @Nullable Ins covered) {

  /** The same criteria with other first names. */
  InsiQuery withFirstName(String other) {
    return new InsiQuery(birthName, other, sex, birthDate, birthPlace, covered);
  }

  /** The same criteria with the birth place. */
  InsiQuery withBirthPlace(String cog) {
    return new InsiQuery(birthName, firstName, sex, birthDate, cog, covered);
  }

  /** The criteria in one line, for the trace of the call (INS/va1.38). */
  public String inClear() {
    return String.join(
        " / ", birthName, firstName, sex, birthDate, birthPlace == null ? "-" : birthPlace);
  }
}
