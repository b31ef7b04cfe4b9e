package fr.socle.bench.client.api;

/**
 * Makes what the services of a space hold older.
 *
 * @param duration ISO-8601 duration, such as {@code PT2H}
 */
public record AgeRequest(String duration) {}
