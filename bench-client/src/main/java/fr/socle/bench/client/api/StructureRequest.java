package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a synthetic structure.
 *
 * @param kind {@code cabinet} or {@code etablissement}; absent = a practice
 * @param name its business name; absent = a fictitious one
 */
public record StructureRequest(@Nullable String kind, @Nullable String name) {}
