package fr.socle.bench.world;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The five strict traits of an identity (insi.md 1, 5.3, 5.4).
 *
 * @param birthName birth name, {@code A-Z}, space, apostrophe and hyphen
 * @param birthFirstNames birth first names in order, at least one
 * @param sex F or M
 * @param birthDate {@code YYYY-MM-DD}; a string because it may be lunar, {@code 1957-02-30}
 * @param birthPlace COG code, five characters; {@code 99} and a country abroad, {@code 99999}
 *     unknown
 */
public record StrictTraits(
    String birthName, List<String> birthFirstNames, Sex sex, String birthDate, String birthPlace) {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern PLACE = Pattern.compile("([0-9]{2}|2[AB])[0-9]{3}");

  /**
   * Traits, checked.
   *
   * @throws IllegalArgumentException in French, naming the trait that is wrong
   */
  public StrictTraits {
    birthFirstNames = List.copyOf(birthFirstNames);
    if (!LexicalRules.isBirthName(birthName)) {
      throw new IllegalArgumentException("Nom de naissance « " + birthName + " » mal écrit.");
    }
    if (birthFirstNames.isEmpty()) {
      throw new IllegalArgumentException("Aucun prénom de naissance.");
    }
    for (String firstName : birthFirstNames) {
      if (!LexicalRules.isFirstName(firstName)) {
        throw new IllegalArgumentException("Prénom de naissance « " + firstName + " » mal écrit.");
      }
    }
    if (!DATE.matcher(birthDate).matches() || birthDate.contains("-00")) {
      throw new IllegalArgumentException(
          "Date de naissance « " + birthDate + " » : AAAA-MM-JJ attendu, sans mois ni jour 00.");
    }
    if (!PLACE.matcher(birthPlace).matches()) {
      throw new IllegalArgumentException(
          "Lieu de naissance « " + birthPlace + " » : code COG de 5 caractères attendu.");
    }
  }

  /** All first names in order, separated by spaces: {@code ListePrenom} of INSi. */
  public String firstNameList() {
    return String.join(" ", birthFirstNames);
  }

  /** The first birth first name. */
  public String firstBirthFirstName() {
    return birthFirstNames.get(0);
  }

  /** The same person with other first names. */
  StrictTraits withFirstNames(List<String> others) {
    return new StrictTraits(birthName, others, sex, birthDate, birthPlace);
  }
}
