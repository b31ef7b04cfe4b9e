package fr.socle.features.etapes;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the subjects of messages are written (mssante.md 2.2). */
final class MssLabels {
  private MssLabels() {}

  /** Capitals without accents. */
  static String upper(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT);
  }

  /** What a subject looks like: a label of 40 characters at most, the name, the first name. */
  static String subject(String familyName) {
    return "XDM/1\\.0/DDM\\+.{1,40} "
        + Pattern.quote(upper(familyName))
        + " \\S[A-Za-z' -]*( \\d{2}/\\d{2}/\\d{4})?";
  }
}
