package fr.socle.lps.comptes;

/**
 * What can change of a professional from one login to the next.
 *
 * @param familyName family name of practice
 * @param givenName given name of practice
 * @param profession code of the profession, empty when unknown
 * @param email address, empty when unknown
 */
public record Particulars(String familyName, String givenName, String profession, String email) {}
