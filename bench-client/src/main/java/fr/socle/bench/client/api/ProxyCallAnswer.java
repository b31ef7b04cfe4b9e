package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a call of the listener {@code proxy}.
 *
 * @param status HTTP status
 * @param cookie value of {@code proxy_session_id} that it set, absent when it set none
 * @param body body as text, empty without one
 */
public record ProxyCallAnswer(int status, @Nullable String cookie, String body) {}
