package fr.socle.bench.world;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names of an identity are written, insi.md 5.3 (S:6, EF_INS01_03 and EF_INS10). */
public final class LexicalRules {
  private static final Pattern BIRTH_NAME = Pattern.compile("[A-Z'][A-Z' -]*");
  private static final Pattern FIRST_NAME = Pattern.compile("[A-Z'][A-Z' -]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]+");

  private LexicalRules() {}

  /** Whether a birth name may be sent to INSi as it is. */
  public static boolean isBirthName(String name) {
    return BIRTH_NAME.matcher(name).matches() && spaced(name);
  }

  /** Whether one birth first name may be sent to INSi as it is. */
  public static boolean isFirstName(String name) {
    return FIRST_NAME.matcher(name).matches()
        && spaced(name)
        && !name.contains("--")
        && !name.endsWith("-")
        && !name.endsWith("'");
  }

  /**
   * A name as INSi wants it: no accent, no ligature, straight apostrophe, upper case, trimmed.
   *
   * @throws IllegalArgumentException in French, if a character has no equivalent
   */
  public static String normalise(String typed) {
    String written = plain(typed).replace('\u2019', '\'').strip();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && c != ' ' && c != '\'' && c != '-') {
        throw new IllegalArgumentException(
            "Caractère « "
                + c
                + " » de « "
                + typed
                + " » : seules les lettres, l'espace, l'apostrophe et le tiret sont permis.");
      }
    }
    return written;
  }

  /** A name without what people write in several ways: for an index, never for a comparison. */
  static String indexed(String name) {
    return NO_LETTER.matcher(plain(name)).replaceAll(" ").strip();
  }

  private static String plain(String typed) {
    String upper = typed.toUpperCase(Locale.ROOT).replace("\u0152", "OE").replace("\u00c6", "AE");
    return MARKS.matcher(Normalizer.normalize(upper, Normalizer.Form.NFD)).replaceAll("");
  }

  private static boolean spaced(String name) {
    return !name.contains("  ")
        && !name.contains("''")
        && !name.contains(" '")
        && !name.contains("' ");
  }
}
