package fr.socle.psc.proxy.service;

import java.time.Instant;

/**
 * A session of a user of a software at the proxy.
 *
 * @param id {@code proxy_session_id}
 * @param nationalId who
 * @param software software
 * @param sessionState session of Pro Santé Connect
 * @param startedAt when it began, in the time of the space
 * @param keys the tokens kept for it
 */
public record ProxySession(
    String id,
    String nationalId,
    Software software,
    String sessionState,
    Instant startedAt,
    SessionKeys keys) {}
