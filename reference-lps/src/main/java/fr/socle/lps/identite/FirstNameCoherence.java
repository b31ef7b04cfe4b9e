package fr.socle.lps.identite;

import java.util.List;
import java.util.Locale;

/**
 * The first birth first name must be the start of the list of birth first names, hyphen and
 * apostrophe being equal to space (EXI ID 10, EXI SI 29, 30; INS/va1.51).
 */
public final class FirstNameCoherence {

  private FirstNameCoherence() {}

  public static boolean coherent(String firstName, List<String> firstNames) {
    String list = words(String.join(" ", firstNames)) + " ";
    return list.startsWith(words(firstName) + " ");
  }

  private static String words(String names) {
    return names.toUpperCase(Locale.ROOT).replace('-', ' ').replace('\'', ' ').strip();
  }
}
