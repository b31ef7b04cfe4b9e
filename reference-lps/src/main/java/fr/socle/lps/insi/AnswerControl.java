package fr.socle.lps.insi;

import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.InsRefused;
import fr.socle.lps.identite.Sex;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.regex.Pattern;

/** Decides whether an identity given by INSi may be taken over (INS/va1.28, 1.31; insi.md 5.9). */
public final class AnswerControl {

  private static final Pattern DATE = Pattern.compile("\\d{4}-(\\d{2})-(\\d{2})");

  private static final String NIR = "1.2.250.1.213.1.4.8";
  private static final String NIA = "1.2.250.1.213.1.4.9";

  private AnswerControl() {}

  /** An identity that passed: its INS and strict traits, free traits left empty. */
  public record Official(Ins ins, Traits traits) {}

  /** INSi gave something that must not be stored; the message says why, in French. */
  public static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(
          "La réponse d'INSi n'est pas reprise : "
              + reason
              + ". L'identité du dossier reste comme elle était.");
    }
  }

  /** Controls an identity; the traits are kept exactly as received. */
  public static Official control(InsiAnswer.Found found, Defects defects) throws Refused {
    boolean noName = found.birthName().isBlank() && !defects.has(Mutant.INS_NOM_VIDE_ACCEPTE);
    if (noName || found.firstNames().isEmpty() || found.sex().isBlank()) {
      throw new Refused("le nom de naissance, les prénoms ou le sexe sont vides"); // INS/va1.31
    }
    if (!found.sex().equals("F") && !found.sex().equals("M")) {
      throw new Refused("le sexe n'est ni F ni M"); // EF_INS25_04
    }
    var date = DATE.matcher(found.birthDate());
    if (!date.matches()) {
      throw new Refused("la date de naissance est absente ou illisible");
    }
    boolean unknown = date.group(1).equals("00") || date.group(2).equals("00");
    if (unknown && !defects.has(Mutant.INS_DATE_00_ACCEPTEE)) {
      throw new Refused("le jour ou le mois de naissance vaut 00"); // INS/va1.28
    }
    try {
      if (defects.has(Mutant.INS_CLE_CORSE_IGNOREE) && found.matricule().startsWith("2B", 5)) {
        throw new Refused("la clé du matricule reçu est fausse");
      }
      boolean confused = defects.has(Mutant.INS_NIA_EN_NIR) && found.oid().equals(NIA);
      Ins ins = Ins.of(found.matricule(), found.key(), confused ? NIR : found.oid());
      Traits traits =
          new Traits(
              found.birthName(),
              found.firstNames(),
              found.firstNames().get(0),
              Sex.valueOf(found.sex()),
              found.birthDate(),
              found.birthPlace().isEmpty() ? null : found.birthPlace(),
              null,
              null);
      return new Official(ins, traits);
    } catch (InsRefused e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }
}
