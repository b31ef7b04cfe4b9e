package fr.socle.bench.world;

/** Numbers written with leading zeros; a million people are written this way. */
final class Digits {
  private Digits() {}

  static String padded(long number, int width) {
    String digits = Long.toString(number);
    return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
  }

  static String date(int year, int month, int day) {
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
  }
}
