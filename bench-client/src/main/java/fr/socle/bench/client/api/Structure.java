package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * A place where professionals of the space work.
 *
 * @param id technical identifier, such as {@code R90001}
 * @param name business name
 * @param finess FINESS number of the site, nine characters; absent for a practice
 * @param legalFiness FINESS number of the legal entity; absent for a practice
 * @param town postcode and town
 */
public record Structure(
    String id, String name, @Nullable String finess, @Nullable String legalFiness, String town) {}
