package fr.socle.bench.world;

/**
 * The name a person goes by, when it is not the birth name.
 *
 * @param familyName used family name
 * @param givenName used given name
 */
public record UsedName(String familyName, String givenName) {}
