package fr.socle.bench.client.api;

import java.util.List;

/**
 * Whether the bench is ready.
 *
 * @param status always {@code pret} once the control API answers
 * @param version version of Socle
 * @param services names of the services, such as {@code psc}
 */
public record Health(String status, String version, List<String> services) {}
