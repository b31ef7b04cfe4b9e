package fr.socle.lps.identite;

/** A name that cannot be written in the alphabet of INSi; the message says why, in French. */
public final class LexicalRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  public LexicalRefusal(String message) {
    super(message);
  }
}
