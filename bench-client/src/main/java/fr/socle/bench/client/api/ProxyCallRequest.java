package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * A call that the bench makes, as a software would, to the listener {@code proxy} of a space.
 *
 * @param method HTTP method
 * @param target path and query, such as {@code /connect}
 * @param cookie value of {@code proxy_session_id} to send, absent for none
 * @param contentType type of the body, absent without body
 * @param body body, absent for none
 */
public record ProxyCallRequest(
    String method,
    String target,
    @Nullable String cookie,
    @Nullable String contentType,
    @Nullable String body) {}
