package fr.socle.dmp.service;

/**
 * A legal representative of a patient: dmp.md 1.8 (S:MSG).
 *
 * @param link code of codeSystem 2.16.840.1.113883.1.11.19579, such as {@code FTH} or {@code MTH}
 * @param familyName family name
 * @param givenName given name
 */
public record Representative(String link, String familyName, String givenName) {}
