package fr.socle.psc.proxy.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A {@code /disconnect} and what became of it.
 *
 * @param cookie {@code proxy_session_id} sent, absent without
 * @param relayed whether an editor's proxy answered
 * @param lostOnPurpose whether a fault made the proxy lose that session
 * @param status status answered
 */
public record DisconnectMessage(
    @Nullable String cookie, boolean relayed, boolean lostOnPurpose, int status) {}
