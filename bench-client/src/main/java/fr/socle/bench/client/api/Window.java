package fr.socle.bench.client.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's stay in a space.
 *
 * @param id identifier
 * @param spaceId its space
 * @param name name of the scenario
 * @param openedAt when it was opened
 * @param closedAt when it was closed, absent while open
 * @param openedAtCursor cursor of the journal when it was opened
 */
public record Window(
    String id,
    String spaceId,
    String name,
    Instant openedAt,
    @Nullable Instant closedAt,
    long openedAtCursor) {}
