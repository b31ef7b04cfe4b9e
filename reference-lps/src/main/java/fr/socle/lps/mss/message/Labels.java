package fr.socle.lps.mss.message;

import java.text.Normalizer;
import java.util.Locale;

/** How names and labels are written in subjects and names of files (mssante.md 2.2, 2.3). */
public final class Labels {

  private static final int LONGEST = 40;

  private Labels() {}

  /** Without accents. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /** A name in capitals, without accents. */
  public static String upper(String text) {
    return plain(text).toUpperCase(Locale.ROOT);
  }

  /** A label of a type of document, cut. */
  public static String cut(String label) {
    return label.length() > LONGEST ? label.substring(0, LONGEST).strip() : label;
  }

  /** A text that may stand in the name of a file. */
  public static String file(String text) {
    return text.replaceAll("[\\\\/:*?\"<>|_\\p{Cntrl}]", " ").replaceAll(" +", " ").strip();
  }
}
