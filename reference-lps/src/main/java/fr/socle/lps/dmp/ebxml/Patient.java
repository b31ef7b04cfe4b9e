package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Traits;

/**
 * A patient as documents name him.
 *
 * @param id {@code INS^^^&OID&ISO^NH}
 * @param localId {@code IPP^^^&OID&ISO^PI}
 * @param familyName birth name
 * @param birthDate {@code yyyyMMdd}
 */
public record Patient(
    String id, String localId, String familyName, String firstName, String birthDate, String sex) {

  /** The patient of a record that has an INS. */
  public static Patient of(Dossier dossier, Ins ins, String localAuthority) {
    Traits traits = dossier.traits();
    return new Patient(
        composite(ins),
        dossier.id() + "^^^&" + localAuthority + "&ISO^PI",
        traits.birthName(),
        traits.firstNames().get(0),
        traits.birthDate().replace("-", ""),
        traits.sex().name().equals("I") ? "U" : traits.sex().name());
  }

  /** An INS with its OID, which never travel apart. */
  public static String composite(Ins ins) {
    return ins.matricule() + ins.key() + "^^^&" + ins.oid() + "&ISO^NH";
  }
}
