package fr.socle.features.driver;

/** {@code lps.yaml} cannot be used; the message says in French where and how to mend it. */
public final class LpsConfigurationException extends RuntimeException {

  /** Message in French, with the file and the line. */
  public LpsConfigurationException(String message) {
    super(message);
  }
}
