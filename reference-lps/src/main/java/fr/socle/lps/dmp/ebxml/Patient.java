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
    return described(dossier, composite(ins), local(dossier, localAuthority));
  }

  /** The patient of a record whose INS must not leave: he is named by his number here. */
  public static Patient withoutIns(Dossier dossier, String localAuthority) {
    String local = local(dossier, localAuthority);
    return described(dossier, local, local);
  }

  private static String local(Dossier dossier, String authority) {
    return dossier.id() + "^^^&" + authority + "&ISO^PI";
  }

  private static Patient described(Dossier dossier, String id, String local) {
    Traits traits = dossier.traits();
    return new Patient(
        id,
        local,
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
