package fr.socle.lps.banc;

/**
 * A bench descriptor that this software cannot use; the message says what is missing, in French.
 */
public final class DescriptorRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public DescriptorRefused(String message) {
    super(message);
  }
}
