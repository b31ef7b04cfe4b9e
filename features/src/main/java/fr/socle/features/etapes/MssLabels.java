package fr.socle.features.etapes;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How the subjects of messages are written (mssante.md 2.2). */
final class MssLabels {
  private static final String PREFIX = "XDM/1.0/DDM+";
  private static final int LONGEST_LABEL = 40;

  private MssLabels() {}

  /** Capitals without accents. */
  static String upper(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT);
  }

  /** Words in capitals without accents, one blank between them, whatever joined them. */
  static String words(String text) {
    return upper(text)
        .replace("Œ", "OE")
        .replace("Æ", "AE")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /**
   * Whether a subject announces documents of this patient: the prefix, a label of 40 characters at
   * most, the name, a given name. A mention in brackets may come first, before the prefix or after
   * it; what follows the given name is free.
   *
   * @param label how the label begins; empty for any
   * @param givenNames those of the patient, any of which will do
   */
  static boolean announces(
      String subject, String label, String familyName, List<String> givenNames) {
    String bare = subject.replaceFirst("^(\\s*\\[[^\\]]*\\])+", "").strip();
    if (!bare.startsWith(PREFIX)) {
      return false;
    }
    String rest = bare.substring(PREFIX.length()).replaceFirst("^(\\s*\\[[^\\]]*\\])+", "").strip();
    return givenNames.stream()
        .map(given -> words(familyName + " " + given))
        .anyMatch(
            named -> {
              int at = placeOf(named, rest);
              return at > 0
                  && rest.substring(0, at).strip().length() <= LONGEST_LABEL
                  && words(rest).startsWith(words(label));
            });
  }

  /** Where these words begin after a blank; -1 for nowhere. */
  private static int placeOf(String named, String text) {
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      if ((words(text.substring(at)) + " ").startsWith(named + " ")) {
        return at;
      }
    }
    return -1;
  }
}
