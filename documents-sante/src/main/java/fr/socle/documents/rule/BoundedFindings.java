package fr.socle.documents.rule;

import fr.socle.bench.check.Findings;
import java.util.function.Supplier;

/**
 * The findings of one rule on one document, which others chose: the first ones, shortened, then how
 * many more there are. Keeps nothing of those it counts only.
 */
final class BoundedFindings implements Findings {
  /** So many show an editor what to mend. */
  static final int MOST = 20;

  /** Characters of a value that a person reads. */
  static final int LONGEST = 300;

  private final Findings out;
  private int count;

  BoundedFindings(Findings out) {
    this.out = out;
  }

  @Override
  public void add(String location, String expected, String found, String mend) {
    add(() -> location, expected, found, mend);
  }

  @Override
  public void add(Supplier<String> location, String expected, String found, String mend) {
    if (count < MOST) {
      out.add(shown(location.get()), shown(expected), shown(found), mend);
    }
    count++;
  }

  /** Says how many were only counted. */
  void end() {
    if (count > MOST) {
      out.add(
          "et ailleurs",
          "ce que demande la même règle",
          "… et " + (count - MOST) + " autres",
          "Corrigez de même les autres endroits.");
    }
  }

  private static String shown(String value) {
    return value.length() <= LONGEST
        ? value
        : value.substring(0, LONGEST) + "… (" + value.length() + " caractères)";
  }
}
