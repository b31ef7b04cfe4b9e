package fr.socle.bench.client.api;

/**
 * A message of MSSanté as it was sent.
 *
 * @param base64 its bytes, in base64
 */
public record MssMessageSource(String base64) {}
