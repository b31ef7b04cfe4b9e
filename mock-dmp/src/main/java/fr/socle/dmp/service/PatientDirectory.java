package fr.socle.dmp.service;

import java.util.List;
import java.util.Optional;

/** The people of a space. May be called from several threads. */
public interface PatientDirectory {
  /** The person who bears an INS, OID included. */
  Optional<KnownPatient> byIns(PatientId id);

  /** The person of a number, whatever the authority. */
  Optional<KnownPatient> byNumber(String fifteen);

  /**
   * People of a birth name, sex and birth date.
   *
   * @param birthDate yyyyMMdd
   * @param most how many at most
   */
  List<KnownPatient> byTraits(String birthName, String sex, String birthDate, int most);

  /** Structures a professional works in, as Struct_IdNat; empty when he is not known. */
  List<String> structuresOf(String nationalId);

  /** A professional, by PS_IdNat. */
  default Optional<KnownProfessional> professional(String nationalId) {
    return Optional.empty();
  }
}
