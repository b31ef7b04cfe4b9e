package fr.socle.psc.check;

/** How hard a value is to guess, as far as one value tells. */
final class Guessing {
  private static final double ENOUGH_BITS = 64;

  private Guessing() {}

  /**
   * Whether a value cannot hold 64 bits of chance: its length times the bits of an alphabet as wide
   * as the characters it uses. A generous measure: it only ever finds the hopeless.
   */
  static boolean isEasy(String value) {
    long distinct = value.chars().distinct().count();
    double bits = value.length() * Math.log((double) Math.max(distinct, 1)) / Math.log(2);
    return bits < ENOUGH_BITS;
  }
}
