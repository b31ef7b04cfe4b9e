package fr.socle.insi.service;

import org.jspecify.annotations.Nullable;

/**
 * An INS to verify, as it was asked (insi.md 4): nothing is corrected, absent elements are null.
 *
 * @param number thirteen characters
 * @param key two digits
 * @param oid OID of the authority
 * @param birthName birth name
 * @param firstName first birth first name, if it exists there at all
 * @param firstNameList all birth first names
 * @param sex sex
 * @param birthDate birth date
 * @param birthPlace COG code of the birth place
 */
public record Verification(
    @Nullable String number,
    @Nullable String key,
    @Nullable String oid,
    @Nullable String birthName,
    @Nullable String firstName,
    @Nullable String firstNameList,
    @Nullable String sex,
    @Nullable String birthDate,
    @Nullable String birthPlace) {

  /** A verification of nothing. */
  public static Verification empty() {
    return new Verification(null, null, null, null, null, null, null, null, null);
  }
}
