package fr.socle.mss.protocol.imap;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of numbers of a command (RFC 3501, {@code sequence-set}).
 *
 * @param ranges its ranges; the star is 0
 */
record NumberSet(List<Range> ranges) {
  /** Copies the ranges. */
  NumberSet {
    ranges = List.copyOf(ranges);
  }

  /**
   * A range, in any order.
   *
   * @param from one end
   * @param to the other
   */
  record Range(long from, long to) {
    private boolean holds(long number, long last) {
      long one = from == 0 ? last : from;
      long other = to == 0 ? last : to;
      return number >= Math.min(one, other) && number <= Math.max(one, other);
    }
  }

  static NumberSet read(String text) throws BadCommandException {
    List<Range> ranges = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      String[] ends = each.split(":", -1);
      if (ends.length > 2) {
        throw new BadCommandException("Bad sequence set");
      }
      long from = number(ends[0]);
      ranges.add(new Range(from, ends.length == 1 ? from : number(ends[1])));
    }
    return new NumberSet(ranges);
  }

  private static long number(String text) throws BadCommandException {
    if (text.equals("*")) {
      return 0;
    }
    if (!text.matches("[1-9]\\d{0,9}")) {
      throw new BadCommandException("Bad number in a sequence set");
    }
    return Long.parseLong(text);
  }

  /**
   * Whether it holds a number.
   *
   * @param last what the star stands for
   */
  boolean holds(long number, long last) {
    return ranges.stream().anyMatch(each -> each.holds(number, last));
  }

  /** Its largest number, ranges up to the star left aside: they hold what there is. */
  long largest() {
    return ranges.stream()
        .filter(each -> each.from() != 0 && each.to() != 0)
        .mapToLong(each -> Math.max(each.from(), each.to()))
        .max()
        .orElse(0);
  }
}
