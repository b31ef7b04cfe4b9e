package fr.socle.insi.check;

import fr.socle.documents.ins.Ins;
import java.util.regex.Pattern;

/** Finds an INS in a printed text. */
final class InsInText {
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\s.]");
  private static final Pattern NAMED =
      Pattern.compile("\\bINS\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private InsInText() {}

  /**
   * Whether a line bears somebody's INS as such: its OID, or the matricule called INS. A social
   * security number has the same digits and may be printed (insi.md 5.1), so that digits alone say
   * nothing.
   */
  static boolean isOn(String line, Ins ins) {
    String close = GAPS.matcher(line).replaceAll("");
    return line.contains(ins.oid())
        || (close.contains(ins.matricule()) && NAMED.matcher(line).find());
  }
}
