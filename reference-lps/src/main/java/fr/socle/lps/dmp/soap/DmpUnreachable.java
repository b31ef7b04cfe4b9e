package fr.socle.lps.dmp.soap;

/** No whole answer of the DMP came back; the message is a short French reason. */
public final class DmpUnreachable extends Exception {

  private static final long serialVersionUID = 1L;

  public DmpUnreachable(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
