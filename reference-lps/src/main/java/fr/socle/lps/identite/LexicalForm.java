package fr.socle.lps.identite;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The alphabet of names at the boundary with the national services: {@code A-Z}, space, apostrophe,
 * hyphen (EF_INS01_03, EF_INS10_01, EF_INS10_02; insi.md 5.3). What a record holds is not altered.
 */
public final class LexicalForm {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BIRTH_NAME =
      Pattern.compile("(?=[A-Z'])(?!.*(?:  |''| '|' ))[A-Z' -]+");
  private static final Pattern FIRST_NAME =
      Pattern.compile("(?=[A-Z'])(?!.*(?:  |''| '|' |--))[A-Z' -]*[A-Z]");

  private LexicalForm() {}

  /**
   * A birth name in the form INSi reads.
   *
   * @throws LexicalRefusal when a character has no equivalent: it is never dropped silently
   */
  public static String birthName(String typed) throws LexicalRefusal {
    return form(typed, BIRTH_NAME, "Le nom de naissance");
  }

  /**
   * One first name, or several separated by a space, in the form INSi reads.
   *
   * @throws LexicalRefusal when a character has no equivalent
   */
  public static String firstName(String typed) throws LexicalRefusal {
    return form(typed, FIRST_NAME, "Le prénom");
  }

  private static String form(String typed, Pattern allowed, String what) throws LexicalRefusal {
    String upper =
        typed
            .replace('\u2019', '\'') // typographic apostrophe (A), CNDA test 2.03 case 3
            .toUpperCase(Locale.ROOT)
            .replace("Œ", "OE")
            .replace("Æ", "AE");
    String plain =
        MARKS.matcher(Normalizer.normalize(upper, Normalizer.Form.NFD)).replaceAll("").strip();
    if (!allowed.matcher(plain).matches()) {
      throw new LexicalRefusal(
          what
              + " « "
              + typed
              + " » ne peut pas être envoyé à INSi : seules les lettres, l'espace, l'apostrophe et"
              + " le tiret simple sont admis. Corrigez la saisie d'après la pièce d'identité.");
    }
    return plain;
  }
}
