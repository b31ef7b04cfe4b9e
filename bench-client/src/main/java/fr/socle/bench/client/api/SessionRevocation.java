package fr.socle.bench.client.api;

/**
 * Ends what was handed out for a session.
 *
 * @param session identifier of the session
 */
public record SessionRevocation(String session) {}
