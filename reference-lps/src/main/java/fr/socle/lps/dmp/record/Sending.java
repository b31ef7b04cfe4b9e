package fr.socle.lps.dmp.record;

import java.util.Locale;

/**
 * Where the sending of a document is.
 *
 * @param why what the user is told of it, empty when nothing
 */
public record Sending(State state, String why) {

  public static final Sending NEVER = new Sending(State.SANS_OBJET, "");

  /** States of a sending. */
  public enum State {
    ENVOYE,
    EN_ATTENTE,
    BLOQUE,
    SANS_OBJET,
    REFUSE,
    SUPPRIME;

    /** The word of the driver contract. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static Sending of(State state) {
    return new Sending(state, "");
  }

  public boolean sent() {
    return state == State.ENVOYE;
  }
}
