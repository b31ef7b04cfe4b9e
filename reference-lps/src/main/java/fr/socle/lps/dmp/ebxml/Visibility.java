package fr.socle.lps.dmp.ebxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * From whom a document is hidden (dmp.md 3.4).
 *
 * @param professionals masked to professionals
 * @param patient not shown to the patient yet
 * @param representatives not shown to the legal representatives of a minor
 */
public record Visibility(boolean professionals, boolean patient, boolean representatives) {

  public static final Visibility EVERYBODY = new Visibility(false, false, false);

  /** The codes that hide. */
  static final Set<String> CODES =
      Set.of("MASQUE_PS", "INVISIBLE_PATIENT", "INVISIBLE_REPRESENTANTS_LEGAUX");

  private static final String SCHEME = "1.2.250.1.213.1.1.4.13";

  /** The codes to write besides the normal confidentiality. */
  public List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    if (professionals) {
      codes.add(new Code("MASQUE_PS", SCHEME, "Document masqué aux professionnels de santé"));
    }
    if (patient) {
      codes.add(new Code("INVISIBLE_PATIENT", SCHEME, "Document non visible par le patient"));
    }
    if (representatives) {
      codes.add(
          new Code(
              "INVISIBLE_REPRESENTANTS_LEGAUX",
              SCHEME,
              "Document non visible par les représentants légaux du patient"));
    }
    return codes;
  }

  /** What codes of confidentiality say. */
  public static Visibility of(List<String> codes) {
    return new Visibility(
        codes.contains("MASQUE_PS"),
        codes.contains("INVISIBLE_PATIENT"),
        codes.contains("INVISIBLE_REPRESENTANTS_LEGAUX"));
  }

  /** Both at once is not allowed (dmp.md 3.4, EX_2.1-1050). */
  public boolean allowed() {
    return !(professionals && patient);
  }

  /** The same, hidden from the legal representatives too. */
  public Visibility secret() {
    return new Visibility(professionals, patient, true);
  }
}
