package fr.socle.bench.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic patient of the space.
 *
 * @param id identifier in the space
 * @param persona persona it was made from
 * @param birthName birth name
 * @param birthFirstNames birth first names, in order
 * @param firstNameUsed first name the patient gives at the desk (his first birth first name unless
 *     the persona says otherwise)
 * @param sex {@code F} or {@code M}
 * @param birthDate {@code YYYY-MM-DD}, possibly lunar
 * @param birthPlace COG code, five characters
 * @param ins identity number that INSi gives, absent when INSi does not know the person
 * @param history former numbers
 */
public record Patient(
    String id,
    @Nullable String persona,
    String birthName,
    List<String> birthFirstNames,
    String firstNameUsed,
    String sex,
    String birthDate,
    String birthPlace,
    @Nullable InsNumber ins,
    List<InsNumber> history) {

  /**
   * A number with its authority.
   *
   * @param matricule thirteen characters
   * @param key two digits
   * @param oid OID of the authority
   */
  public record InsNumber(String matricule, String key, String oid) {}
}
