package fr.socle.psc.proxy.service;

import fr.socle.psc.proxy.service.ConnectRequest.Mistake;
import fr.socle.psc.proxy.service.PscAccess.Channel;
import fr.socle.psc.proxy.service.PscAccess.Pending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /connect} and {@code /disconnect} (psc.md 2.7). Thread-safe. */
public final class ConnectDesk {
  // CIBA Core 11: five seconds more for good
  private static final Duration SLOWER = Duration.ofSeconds(5);

  private final Softwares softwares;
  private final ProxySessions sessions;
  private final PscAccess psc;
  private final Clock clock;
  private final Pause pause;

  ConnectDesk(
      Softwares softwares, ProxySessions sessions, PscAccess psc, Clock clock, Pause pause) {
    this.softwares = softwares;
    this.sessions = sessions;
    this.psc = psc;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Logs a user in, which takes as long as the user does.
   *
   * @param cookie {@code proxy_session_id} of the request, absent without
   */
  public ConnectOutcome connect(ConnectRequest request, @Nullable String cookie) {
    ProxySession living = cookie == null ? null : sessions.find(cookie).orElse(null);
    if (living != null) {
      // The body is not compared, even for another user, psc.md 2.7 (S: PROXY)
      return ConnectOutcome.replayed(living);
    }
    List<Mistake> mistakes = request.mistakes();
    String nationalId = request.nationalId();
    String binding = request.bindingMessage();
    String clientId = request.clientId();
    String channel = request.channel();
    if (!mistakes.isEmpty()
        || nationalId == null
        || binding == null
        || clientId == null
        || channel == null) {
      return ConnectOutcome.failed(
          400,
          mistakes.stream()
              .map(one -> one.name() + " : " + one.expected())
              .collect(Collectors.joining(" ; ")));
    }
    Software software = softwares.find(clientId).orElse(null);
    if (software == null) {
      return ConnectOutcome.failed(
          404, "Le logiciel « " + clientId + " » n'est pas déclaré à ce proxy.");
    }
    try {
      return logIn(software, nationalId, binding, Channel.valueOf(channel));
    } catch (ServiceRefusal refusal) {
      return refused(refusal);
    }
  }

  /**
   * Ends a session and that of Pro Santé Connect.
   *
   * @return the session, absent when the cookie has none
   */
  public @Nullable ProxySession disconnect(String cookie) {
    ProxySession session = sessions.end(cookie).orElse(null);
    String idToken = session == null ? null : session.keys().psc().idToken();
    if (session != null && idToken != null) {
      try {
        psc.logout(session.software(), idToken);
      } catch (ServiceRefusal refusal) {
        // The local session ends anyway, psc.md 2.4 (S: PROXY); the journal has the refused call
        return session;
      }
    }
    return session;
  }

  private ConnectOutcome logIn(
      Software software, String nationalId, String binding, Channel channel) throws ServiceRefusal {
    Pending pending = psc.begin(software, nationalId, binding, channel);
    PscTokens tokens = await(software, pending);
    String whose = psc.whose(software, tokens);
    if (!whose.equals(nationalId)) {
      String idToken = tokens.idToken();
      if (idToken != null) {
        psc.logout(software, idToken);
      }
      return ConnectOutcome.failed(
          401, "401 - access_denied : une autre personne que " + nationalId + " s'est connectée");
    }
    return ConnectOutcome.connected(sessions.start(nationalId, software, tokens));
  }

  private PscTokens await(Software software, Pending pending) throws ServiceRefusal {
    Instant end = clock.instant().plus(pending.expiresIn());
    Duration interval = pending.interval();
    while (clock.instant().plus(interval).isBefore(end) && pause.of(interval)) {
      try {
        return psc.poll(software, pending.authReqId());
      } catch (ServiceRefusal refusal) {
        switch (refusal.error()) {
          case "authorization_pending" -> {}
          case "slow_down" -> interval = interval.plus(SLOWER);
          default -> throw refusal;
        }
      }
    }
    throw new ServiceRefusal(400, "expired_token", "authentication timed out");
  }

  private static ConnectOutcome refused(ServiceRefusal refusal) {
    if (refusal.outage()) {
      return ConnectOutcome.failed(refusal.status(), null);
    }
    return ConnectOutcome.failed(
        401, refusal.status() + " - " + refusal.error() + " : " + refusal.description());
  }
}
