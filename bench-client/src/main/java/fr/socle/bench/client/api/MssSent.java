package fr.socle.bench.client.api;

/**
 * A message of MSSanté that the bench sent.
 *
 * @param messageId its {@code Message-ID}, angle brackets included
 */
public record MssSent(String messageId) {}
