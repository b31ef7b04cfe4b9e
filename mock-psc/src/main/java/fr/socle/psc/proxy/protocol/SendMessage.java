package fr.socle.psc.proxy.protocol;

import fr.socle.psc.proxy.service.ProxyFault;
import org.jspecify.annotations.Nullable;

/**
 * A {@code /send} and what became of it.
 *
 * @param cookie {@code proxy_session_id} sent, absent without
 * @param relayed whether an editor's proxy answered
 * @param api name of the API asked for
 * @param apiKnown whether that API is behind the proxy; true when relayed
 * @param refused whether the proxy refused it for want of a session
 * @param lostOnPurpose whether a fault made it lose that session
 * @param status status answered
 * @param trial what an API that is somebody else's was put to, absent otherwise
 */
public record SendMessage(
    @Nullable String cookie,
    boolean relayed,
    String api,
    boolean apiKnown,
    boolean refused,
    boolean lostOnPurpose,
    int status,
    @Nullable Trial trial) {

  /**
   * A call of an API that is not the bench's.
   *
   * @param fault fault by which it was put to the test, absent for an ordinary call
   * @param exchangeStatus status of the token exchange, absent when a kept token was used
   * @param lifeSeconds life of the API token just issued
   * @param pscLifeSeconds life of the token of Pro Santé Connect
   * @param pscExpired whether that token had expired when it was exchanged
   * @param callStatus status of the business call, absent when there was none
   * @param tokenDigest digest of the token presented, absent when there was none
   * @param opaque whether that token is no JWT
   * @param ownServer whether the bench's authorization server issued it, and sees introspections
   * @param wrong whether the fault made the call wrong indeed: an API may take any other
   */
  public record Trial(
      @Nullable ProxyFault fault,
      @Nullable Integer exchangeStatus,
      @Nullable Long lifeSeconds,
      long pscLifeSeconds,
      boolean pscExpired,
      @Nullable Integer callStatus,
      @Nullable String tokenDigest,
      boolean opaque,
      boolean ownServer,
      boolean wrong) {}
}
