package fr.socle.lps.identite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The traits of a person. The strict ones are birth name, birth first names, sex, birth date and
 * birth place; the others complete them and stay free.
 *
 * @param birthName birth name, as typed or as INSi gave it
 * @param firstNames birth first names in order, at least one
 * @param firstName first birth first name, stays editable whatever the status (EXI ID 10)
 * @param sex sex
 * @param birthDate {@code YYYY-MM-DD}, a text end to end: INSi knows dates out of the calendar
 * @param birthPlace COG code of five characters, or null when unknown
 * @param usedName name used, or null
 * @param usedFirstName first name used, or null; never filled automatically (EXI ID 08)
 */
public record Traits(
    String birthName,
    List<String> firstNames,
    String firstName,
    Sex sex,
    String birthDate,
    @Nullable String birthPlace,
    @Nullable String usedName,
    @Nullable String usedFirstName) {

  public Traits {
    firstNames = List.copyOf(firstNames);
    if (firstNames.isEmpty()) {
      throw new IllegalArgumentException("no birth first name");
    }
  }

  /** Whether the five strict traits are the same. */
  public boolean sameStrictTraits(Traits other) {
    return withoutFreeTraits().equals(other.withoutFreeTraits());
  }

  /** Whether name, first name, sex and birth date are the same, as a desk would compare them. */
  public boolean samePerson(Traits other) {
    return birthName.equals(other.birthName)
        && firstName.equals(other.firstName)
        && sex == other.sex
        && birthDate.equals(other.birthDate);
  }

  /**
   * The strict traits of INSi with the free traits kept (INS/va1.52: the strict ones are INSi's).
   */
  public Traits withFreeTraitsOf(Traits local) {
    return new Traits(
        birthName,
        firstNames,
        local.firstName,
        sex,
        birthDate,
        birthPlace,
        local.usedName,
        local.usedFirstName);
  }

  /** The same traits, the first name used left out. */
  public Traits withoutUsedFirstName() {
    return new Traits(birthName, firstNames, firstName, sex, birthDate, birthPlace, usedName, null);
  }

  private Traits withoutFreeTraits() {
    return new Traits(birthName, firstNames, "", sex, birthDate, birthPlace, null, null);
  }
}
