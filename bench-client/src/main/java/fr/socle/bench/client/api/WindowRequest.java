package fr.socle.bench.client.api;

/**
 * Opens a window: a scenario's stay in a space.
 *
 * @param name name of the scenario
 */
public record WindowRequest(String name) {}
