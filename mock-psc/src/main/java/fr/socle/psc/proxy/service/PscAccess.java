package fr.socle.psc.proxy.service;

import java.time.Duration;

/** Pro Santé Connect as the proxy calls it, for a software. Called from several threads. */
public interface PscAccess {
  /**
   * An authentication request that waits for its answer.
   *
   * @param authReqId {@code auth_req_id}, kept whole
   * @param expiresIn how long it lasts
   * @param interval time between two polls
   */
  record Pending(String authReqId, Duration expiresIn, Duration interval) {}

  /** Means asked of the user. */
  enum Channel {
    /** The card. */
    CARD,
    /** The application. */
    MOBILE
  }

  /** Begins a CIBA request (psc.md 2.2). */
  Pending begin(Software software, String nationalId, String bindingMessage, Channel channel)
      throws ServiceRefusal;

  /**
   * Asks whether it was answered.
   *
   * @throws ServiceRefusal {@code authorization_pending} or {@code slow_down} while it was not
   */
  PscTokens poll(Software software, String authReqId) throws ServiceRefusal;

  /** Whose session it is: the identifier of the userinfo. */
  String whose(Software software, PscTokens tokens) throws ServiceRefusal;

  /** Renews tokens. */
  PscTokens refresh(Software software, String refreshToken) throws ServiceRefusal;

  /** Ends the session of an ID token. */
  void logout(Software software, String idToken) throws ServiceRefusal;
}
