package fr.socle.bench.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to wait for in the journal of a space.
 *
 * @param after cursor: only exchanges after it count
 * @param service service, such as {@code insi}
 * @param transaction transaction, such as {@code INSi WS_INS2}; absent = any of the service
 * @param timeout how long the bench may hold the call, at most 60 s
 */
public record AwaitedExchange(
    long after, String service, @Nullable String transaction, Duration timeout) {}
