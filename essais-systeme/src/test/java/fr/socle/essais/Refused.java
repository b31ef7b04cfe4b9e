package fr.socle.essais;

/**
 * A login that a client refuses.
 *
 * @param fault what the bench does
 * @param words what the client says of it
 */
record Refused(String fault, String words) {}
