package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Ends living sessions of Pro Santé Connect as its administrator would: relying parties that
 * declared a back-channel logout address are told. One of the two is given.
 *
 * @param nationalId whose sessions end
 * @param sessionId the session that ends ({@code session_state}, {@code sid})
 */
public record SessionEnd(@Nullable String nationalId, @Nullable String sessionId) {}
