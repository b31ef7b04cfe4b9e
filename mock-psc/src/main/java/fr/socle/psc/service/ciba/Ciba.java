package fr.socle.psc.service.ciba;

import fr.socle.psc.service.ProSanteConnect;
import fr.socle.psc.service.Unguessable;

/** Login without browser in one space: its desk, its grant and the phones. Thread-safe. */
public final class Ciba {
  private final CibaDesk desk;
  private final CibaGrant grant;
  private final Phones phones;
  private final PendingRequests pending;

  /**
   * Opens beside a Pro Santé Connect.
   *
   * @param issuer issuer identifier
   */
  public Ciba(String issuer, CibaSettings settings, Unguessable unguessable, ProSanteConnect psc) {
    AuthReqIds authReqIds = new AuthReqIds(issuer, unguessable);
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

  /** Forgets every request and what was said in advance. */
  public void reset() {
    pending.reset();
    phones.forgetScript();
  }
}
