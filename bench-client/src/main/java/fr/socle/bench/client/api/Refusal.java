package fr.socle.bench.client.api;

/**
 * What a service answered because the real one would refuse.
 *
 * @param code protocol code, such as {@code invalid_grant} or {@code desir_550}
 * @param reason why, one French sentence that says how to mend it
 */
public record Refusal(String code, String reason) {}
