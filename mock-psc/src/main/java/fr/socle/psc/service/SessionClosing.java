package fr.socle.psc.service;

import fr.socle.psc.service.LogoutNotice.Channel;
import fr.socle.psc.service.LogoutNotice.Status;
import fr.socle.psc.service.RelyingParty.LogoutAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends a session and tells the relying parties that used it and asked to be told: OpenID Connect
 * Back-Channel Logout 1.0, 2.5, and Front-Channel Logout 1.0, 3. Thread-safe.
 */
public final class SessionClosing {
  private final String issuer;
  private final RelyingParties clients;
  private final Sessions sessions;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final LogoutTokens tokens;
  private final LogoutNotices notices;
  private final BackChannel backChannel;

  SessionClosing(
      String issuer,
      RelyingParties clients,
      Sessions sessions,
      SpaceTime time,
      Unguessable unguessable,
      LogoutTokens tokens,
      LogoutNotices notices,
      BackChannel backChannel) {
    this.issuer = issuer;
    this.clients = clients;
    this.sessions = sessions;
    this.time = time;
    this.unguessable = unguessable;
    this.tokens = tokens;
    this.notices = notices;
    this.backChannel = backChannel;
  }

  /**
   * The end of a session by its administrator.
   *
   * @param sessionId session
   */
  public ClosedSession byAdministrator(String sessionId) {
    return sessions
        .close(sessionId, Session.End.ADMINISTRATOR, null)
        .map(session -> announced(session, FaultPlan.none()))
        .orElseGet(ClosedSession::nothing);
  }

  /**
   * Tells relying parties of the end of a session, and ends nothing: a notice that somebody forged,
   * or one of a session that ended long ago.
   *
   * @param session the session that the notice names
   * @param faults what is wrong with it
   */
  public ClosedSession announced(Session session, FaultPlan faults) {
    Told told = tell(session, faults);
    return new ClosedSession(told.ids(), List.of(), told.answered(), notices);
  }

  /**
   * The end of sessions by a logout in a browser or by a relying party; those that are over already
   * are left as they are.
   */
  ClosedSession byLogout(List<String> sessionIds, @Nullable String by, FaultPlan faults) {
    List<String> ids = new ArrayList<>();
    List<ClosedSession.Frame> frames = new ArrayList<>();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (String sessionId : sessionIds) {
      Session session = sessions.close(sessionId, Session.End.LOGGED_OUT, by).orElse(null);
      if (session != null) {
        Told told = tell(session, faults);
        ids.addAll(told.ids());
        frames.addAll(frames(session));
        answers.add(told.answered());
      }
    }
    return new ClosedSession(
        ids,
        frames,
        CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)),
        notices);
  }

  private record Told(List<String> ids, CompletableFuture<?> answered) {}

  private Told tell(Session session, FaultPlan faults) {
    List<String> ids = new ArrayList<>();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (String clientId : session.clientIds()) {
      RelyingParty client = clients.find(clientId).orElse(null);
      LogoutAddress address = client == null ? null : client.backChannelLogout();
      if (client == null || address == null) {
        continue;
      }
      FaultPlan meant = faults.about(session.nationalId(), clientId);
      LogoutTokens.Made token = tokens.make(session, client, address.withSession(), meant);
      for (int times = token.twice() ? 2 : 1; times > 0; times--) {
        LogoutNotice notice =
            notice(session, clientId, Channel.BACK, address.uri(), Status.SENT, token);
        notices.put(notice);
        ids.add(notice.id());
        answers.add(send(notice, token.value()));
      }
    }
    return new Told(ids, CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)));
  }

  private CompletableFuture<?> send(LogoutNotice notice, String token) {
    return backChannel
        .post(notice.address(), Map.of("logout_token", token))
        .handle(
            (code, failure) -> {
              notices.answered(notice.id(), failure == null ? code : null, time.now());
              return notice.id();
            });
  }

  private List<ClosedSession.Frame> frames(Session session) {
    List<ClosedSession.Frame> frames = new ArrayList<>();
    for (String clientId : session.clientIds()) {
      LogoutAddress address =
          clients.find(clientId).map(RelyingParty::frontChannelLogout).orElse(null);
      if (address != null) {
        notices.put(notice(session, clientId, Channel.FRONT, address.uri(), Status.ON_PAGE, null));
        // Front-Channel Logout 1.0, 2: both or none
        frames.add(
            new ClosedSession.Frame(
                address.uri(),
                address.withSession() ? Map.of("iss", issuer, "sid", session.id()) : Map.of()));
      }
    }
    return frames;
  }

  private LogoutNotice notice(
      Session session,
      String clientId,
      Channel channel,
      String address,
      Status status,
      LogoutTokens.@Nullable Made token) {
    return new LogoutNotice(
        unguessable.uuid(),
        session.id(),
        clientId,
        channel,
        address,
        status,
        null,
        token == null ? Set.of() : token.faults(),
        time.now(),
        null);
  }
}
