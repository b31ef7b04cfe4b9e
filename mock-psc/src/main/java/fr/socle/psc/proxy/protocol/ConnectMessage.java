package fr.socle.psc.proxy.protocol;

import fr.socle.psc.proxy.service.ConnectRequest;
import org.jspecify.annotations.Nullable;

/**
 * A {@code /connect} and what became of it.
 *
 * @param request its body
 * @param cookie {@code proxy_session_id} sent, absent without
 * @param relayed whether an editor's proxy answered
 * @param clientKnown whether the client id is that of a software of this space
 * @param pairLive whether a session of this user and software lived already; unknown, hence false,
 *     when relayed
 * @param status status answered
 * @param emptyBody whether the answer had no body
 * @param sessionId {@code proxy_session_id} answered, absent without
 */
public record ConnectMessage(
    ConnectRequest request,
    @Nullable String cookie,
    boolean relayed,
    boolean clientKnown,
    boolean pairLive,
    int status,
    boolean emptyBody,
    @Nullable String sessionId) {}
