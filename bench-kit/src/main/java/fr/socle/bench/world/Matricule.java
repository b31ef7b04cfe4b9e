package fr.socle.bench.world;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An INS matricule: thirteen characters and a key of two digits (insi.md 5.2). A wrong one cannot
 * be built.
 *
 * @param number sex, year, month, place of birth, order; digits, except {@code 2A} and {@code 2B}
 * @param key two digits
 */
public record Matricule(String number, String key) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[1-478][0-9]{2}(0[1-9]|1[0-3]|[23][0-9]|4[0-2]|[5-9][0-9])(2[AB]|[0-9]{2})[0-9]{6}");
  private static final Pattern KEY = Pattern.compile("[0-9]{2}");

  /**
   * A matricule, checked.
   *
   * @throws IllegalArgumentException in French, if the structure or the key is wrong
   */
  public Matricule {
    problem(number, key)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  /**
   * A matricule from its fifteen characters.
   *
   * @throws IllegalArgumentException in French, if the length, the structure or the key is wrong
   */
  public static Matricule of(String fifteen) {
    if (fifteen.length() != 15) {
      throw new IllegalArgumentException(
          "Matricule INS « "
              + fifteen
              + " » : 15 caractères attendus, clé comprise ; "
              + fifteen.length()
              + " trouvés.");
    }
    return new Matricule(fifteen.substring(0, 13), fifteen.substring(13));
  }

  /**
   * A matricule from its thirteen characters and its key.
   *
   * @throws IllegalArgumentException in French, if the structure or the key is wrong
   */
  public static Matricule of(String number, String key) {
    return new Matricule(number, key);
  }

  /** A matricule from its thirteen characters, the key being computed. */
  public static Matricule withComputedKey(String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException(badStructure(number));
    }
    return new Matricule(number, keyOf(number));
  }

  /** Whether thirteen characters have the structure of a matricule, whatever their key. */
  public static boolean isWellBuilt(String number) {
    return NUMBER.matcher(number).matches();
  }

  /** What is wrong with a number and its key, in French; empty when nothing is. */
  public static Optional<String> problem(String number, String key) {
    if (!NUMBER.matcher(number).matches()) {
      return Optional.of(badStructure(number));
    }
    if (!KEY.matcher(key).matches()) {
      return Optional.of("Clé INS « " + key + " » : deux chiffres attendus.");
    }
    String expected = keyOf(number);
    return expected.equals(key)
        ? Optional.empty()
        : Optional.of(
            "Clé "
                + key
                + " fausse pour le matricule "
                + number
                + " : la clé calculée est "
                + expected
                + ".");
  }

  /** The fifteen characters. */
  public String value() {
    return number + key;
  }

  // 97 - (N mod 97); Corsica: 2A counts as 19 and 2B as 18.
  private static String keyOf(String number) {
    long digits = Long.parseLong(number.replace("2A", "19").replace("2B", "18"));
    return Digits.padded(97 - digits % 97, 2);
  }

  private static String badStructure(String number) {
    return "Matricule INS « "
        + number
        + " » : 13 caractères attendus (sexe, année, mois, lieu de naissance, ordre), tous chiffres"
        + " sauf 2A et 2B pour la Corse.";
  }
}
