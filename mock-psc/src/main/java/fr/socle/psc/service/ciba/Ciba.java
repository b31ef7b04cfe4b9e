package fr.socle.psc.service.ciba;

import fr.socle.psc.service.ProSanteConnect;
import fr.socle.psc.service.Unguessable;
import java.util.Optional;

/** Login without browser in one space: its desk, its grant and the phones. Thread-safe. */
public final class Ciba {
  private final CibaDesk desk;
  private final CibaGrant grant;
  private final Phones phones;
  private final PendingRequests pending;
  private final AuthReqIds authReqIds;

  /**
   * Opens beside a Pro Santé Connect.
   *
   * @param issuer issuer identifier
   */
  public Ciba(String issuer, CibaSettings settings, Unguessable unguessable, ProSanteConnect psc) {
    this.authReqIds = new AuthReqIds(issuer, unguessable);
    PhoneScript script = new PhoneScript();
    this.pending = new PendingRequests(psc.time());
    this.phones = new Phones(pending, script);
    this.desk =
        new CibaDesk(
            psc.gate(),
            settings,
            psc.time(),
            unguessable,
            new CibaRules(settings, psc.professionals()),
            authReqIds,
            pending,
            script);
    this.grant =
        new CibaGrant(psc.tokens(), psc.sessions(), psc.professionals(), authReqIds, pending);
  }

  /** The backchannel authentication endpoint. */
  public CibaDesk desk() {
    return desk;
  }

  /** The grant of the token endpoint. */
  public CibaGrant grant() {
    return grant;
  }

  /** Phones and card readers. */
  public Phones phones() {
    return phones;
  }

  /** National identifier of the professional that an {@code auth_req_id} is about. */
  public Optional<String> personOf(String authReqId) {
    return authReqIds.requestOf(authReqId).flatMap(pending::find).map(CibaRequest::nationalId);
  }

  /** Forgets every request and what was said in advance. */
  public void reset() {
    pending.reset();
    phones.forgetScript();
  }
}
