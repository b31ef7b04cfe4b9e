package fr.socle.bench.client.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a space.
 *
 * @param name name for people; a default is given when absent
 * @param seed seed of the synthetic world; the bench's own when absent
 * @param settings settings of the services, such as {@code insi.not-found=fault}
 */
public record SpaceRequest(
    @Nullable String name, @Nullable Long seed, @Nullable Map<String, String> settings) {}
