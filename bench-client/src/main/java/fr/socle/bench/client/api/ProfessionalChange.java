package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Changes what Pro Santé Connect knows of a professional of the space; what is absent stays.
 *
 * @param nationalId who
 * @param familyName new family name, also that of practice
 * @param givenName new given name, also that of practice
 * @param email new address, {@code adresseEMail} of all his activities
 * @param revoked whether Pro Santé Connect no longer knows him
 */
public record ProfessionalChange(
    String nationalId,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable String email,
    @Nullable Boolean revoked) {}
