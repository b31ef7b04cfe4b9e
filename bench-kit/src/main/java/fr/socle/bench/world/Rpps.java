package fr.socle.bench.world;

import java.util.regex.Pattern;

/**
 * An RPPS number: eleven digits, the last being a Luhn key (psc.md 3.1). Test numbers in use do not
 * always respect the key, so a wrong one is told, not refused.
 *
 * @param number eleven digits
 */
public record Rpps(String number) {
  private static final Pattern FORM = Pattern.compile("[0-9]{11}");

  /**
   * A number.
   *
   * @throws IllegalArgumentException in French, if it is not made of eleven digits
   */
  public Rpps {
    if (!FORM.matcher(number).matches()) {
      throw new IllegalArgumentException(
          "Numéro RPPS « " + number + " » : onze chiffres attendus.");
    }
  }

  /** The number whose first ten digits are given, with its key. */
  public static Rpps withComputedKey(String tenDigits) {
    for (char key = '0'; key <= '9'; key++) {
      Rpps candidate = new Rpps(tenDigits + key);
      if (candidate.keyIsRight()) {
        return candidate;
      }
    }
    throw new IllegalStateException("Aucune clé de Luhn pour " + tenDigits + ".");
  }

  /** Whether the last digit is the Luhn key of the ten others. */
  public boolean keyIsRight() {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
