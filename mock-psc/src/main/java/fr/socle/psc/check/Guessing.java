package fr.socle.psc.check;

/** How hard a value is to guess, as far as one value tells. */
final class Guessing {
  private static final double ENOUGH_BITS = 64;
  private static final int FEWEST_CHARACTERS = 5;

  private Guessing() {}

  /**
   * Whether a value cannot hold 64 bits of chance: its length times the bits of the narrowest usual
   * alphabet it fits in, or a handful of characters over and over. A generous measure: it only ever
   * finds the hopeless.
   */
  static boolean isEasy(String value) {
    long distinct = value.chars().distinct().count();
    return distinct < FEWEST_CHARACTERS || value.length() * bitsPerCharacter(value) < ENOUGH_BITS;
  }

  private static double bitsPerCharacter(String value) {
    if (value.matches("[0-9]*")) {
      return Math.log(10) / Math.log(2);
    }
    if (value.matches("[0-9a-f-]*|[0-9A-F-]*")) {
      return 4;
    }
    return value.matches("[0-9a-z_-]*|[0-9A-Z_-]*") ? 5 : 6;
  }
}
