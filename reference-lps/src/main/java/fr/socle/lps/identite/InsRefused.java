package fr.socle.lps.identite;

/** A matricule, key or OID that cannot be an INS; the message tells the user why, in French. */
public final class InsRefused extends Exception {

  private static final long serialVersionUID = 1L;

  InsRefused(String message) {
    super(message);
  }
}
