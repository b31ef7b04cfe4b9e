package fr.socle.bench.client.api;

import java.util.List;

/**
 * A fault that can be armed.
 *
 * @param service service it disturbs, {@code *} for all
 * @param name its name
 * @param description what it does, French
 * @param parameters names of its parameters
 */
public record FaultKind(String service, String name, String description, List<String> parameters) {}
