package fr.socle.lps.dmp.client;

/**
 * A DMP to which the caller has access, as TD0.4 lists it.
 *
 * @param ins its number, fifteen characters
 * @param birthDate {@code yyyyMMdd}
 */
public record KnownDmp(
    String ins, String familyName, String firstName, String birthDate, boolean treating) {}
