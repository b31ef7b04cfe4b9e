package fr.socle.psc.service;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relying party told of the end of a session.
 *
 * @param id identifier
 * @param sessionId session that ended
 * @param clientId relying party
 * @param channel how it is told
 * @param address where
 * @param status what became of it
 * @param httpStatus status of its answer, absent without
 * @param faults faults that spoilt the token
 * @param sentAt when it was sent, in the time of the space
 * @param answeredAt when it answered, in the time of the space
 */
public record LogoutNotice(
    String id,
    String sessionId,
    String clientId,
    Channel channel,
    String address,
    Status status,
    @Nullable Integer httpStatus,
    Set<PscFault> faults,
    Instant sentAt,
    @Nullable Instant answeredAt) {

  /** Copies the set. */
  public LogoutNotice {
    faults = Set.copyOf(faults);
  }

  /** Faults that spoil the token of a notice. */
  public static Set<PscFault> spoilingFaults() {
    return EnumSet.of(
        PscFault.DECONNEXION_SIGNATURE_FAUSSE,
        PscFault.DECONNEXION_AVEC_NONCE,
        PscFault.DECONNEXION_ISS_FAUX,
        PscFault.DECONNEXION_AUD_FAUX,
        PscFault.DECONNEXION_SANS_EVENEMENT,
        PscFault.DECONNEXION_SANS_SESSION,
        PscFault.DECONNEXION_DOUBLE);
  }

  /** How a relying party is told. */
  public enum Channel {
    /** A logout token is posted to it. */
    BACK("arriere"),
    /** A frame of the page opens its address. */
    FRONT("navigateur");

    private final String label;

    Channel(String label) {
      this.label = label;
    }

    /** Its word in the control API. */
    public String label() {
      return label;
    }
  }

  /** What became of a notice. */
  public enum Status {
    /** No answer yet. */
    SENT("en-cours"),
    /** 200, or 204 of a framework: OpenID Connect Back-Channel Logout 1.0, 2.8. */
    ACCEPTED("recue"),
    /** Any other answer. */
    REFUSED("refusee"),
    /** No answer at all. */
    UNREACHABLE("injoignable"),
    /** In the page; whether the browser opened it is not known. */
    ON_PAGE("page");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** Its word in the control API. */
    public String label() {
      return label;
    }
  }

  LogoutNotice answered(@Nullable Integer code, Instant now) {
    Status outcome = Status.UNREACHABLE;
    if (code != null) {
      outcome = code == 200 || code == 204 ? Status.ACCEPTED : Status.REFUSED;
    }
    return new LogoutNotice(
        id, sessionId, clientId, channel, address, outcome, code, faults, sentAt, now);
  }
}
