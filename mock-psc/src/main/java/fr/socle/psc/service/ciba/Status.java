package fr.socle.psc.service.ciba;

import java.util.Locale;

/** Where a CIBA request stands. */
public enum Status {
  /** Nobody answered yet. */
  EN_ATTENTE,
  /** Accepted, tokens not yet collected. */
  ACCEPTEE,
  /** Refused. */
  REFUSEE,
  /** Answered with another number, which refuses it. */
  AUTRE_NUMERO,
  /** Nobody answered in time, or nobody collected the tokens in time. */
  EXPIREE,
  /** Its tokens were collected. */
  SERVIE;

  /** Its word in the control API. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
