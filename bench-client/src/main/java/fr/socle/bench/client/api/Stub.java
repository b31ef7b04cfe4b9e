package fr.socle.bench.client.api;

/**
 * A stub that is loaded.
 *
 * @param id identifier, to remove it
 * @param service service it stands in front of
 */
public record Stub(String id, String service) {}
