package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Tells relying parties of the end of a session of Pro Santé Connect without ending it. One of the
 * first two is given.
 *
 * @param nationalId whose session the notice names: the last one that is open when a fault is
 *     given, else the last one that is over
 * @param sessionId the session that the notice names ({@code session_state}, {@code sid})
 * @param fault what is wrong with the notice, such as {@code deconnexion-signature-fausse}; absent
 *     only for a session that is over, whose notice then comes late
 */
public record LogoutNoticeRequest(
    @Nullable String nationalId, @Nullable String sessionId, @Nullable String fault) {}
