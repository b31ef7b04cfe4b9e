package fr.socle.bench.world;

import java.util.List;

/** Birth dates out of the calendar, as the national bases hold some (insi.md 5.4). */
final class LunarDates {
  /** Months that have a day too many. */
  static final List<Integer> MONTHS = List.of(2, 4, 6, 9, 11);

  private LunarDates() {}

  static String in(int year, int month) {
    return Digits.date(year, month, month == 2 ? 30 : 31);
  }
}
