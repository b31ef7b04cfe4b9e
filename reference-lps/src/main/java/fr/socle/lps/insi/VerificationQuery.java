package fr.socle.lps.insi;

import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.LexicalForm;
import fr.socle.lps.identite.LexicalRefusal;
import fr.socle.lps.identite.Sex;
import fr.socle.lps.identite.Traits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INS and the traits it is to be compared with, already in the alphabet of INSi (insi.md 4,
 * S:13).
 *
 * @param ins the number, its key, its authority
 * @param birthName birth name
 * @param firstNames all birth first names, separated by spaces
 * @param sex {@code F} or {@code M}
 * @param birthDate {@code YYYY-MM-DD}
 * @param birthPlace COG code, or null when unknown
 */
public record VerificationQuery(
    Ins ins,
    String birthName,
    String firstNames,
    String sex,
    String birthDate,
    @Nullable String birthPlace) {

  /**
   * The query about an identity.
   *
   * @throws LexicalRefusal when a trait cannot be written as INSi reads it
   */
  public static VerificationQuery of(Ins ins, Traits traits) throws LexicalRefusal {
    if (traits.sex() == Sex.I) {
      throw new LexicalRefusal("INSi ne vérifie qu'avec le sexe F ou M : complétez l'identité.");
    }
    List<String> firstNames = new ArrayList<>();
    for (String firstName : traits.firstNames()) {
      firstNames.add(LexicalForm.firstName(firstName));
    }
    return new VerificationQuery(
        ins,
        LexicalForm.birthName(traits.birthName()),
        String.join(" ", firstNames),
        traits.sex().name(),
        traits.birthDate(),
        traits.birthPlace());
  }

  /** What was asked in one line, for the trace of the call (INS/va1.06, 1.63). */
  public String inClear() {
    return String.join(
        " / ",
        "vérification " + ins.matricule() + " " + ins.key() + " " + ins.oid(),
        birthName,
        firstNames,
        sex,
        birthDate,
        birthPlace == null ? "-" : birthPlace);
  }
}
