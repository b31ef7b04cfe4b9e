package fr.socle.insi.service;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a caller proves who is there, beside the certificate of TLS.
 *
 * @param required whether the door asks for the assertion of a professional
 * @param professional assertion of the professional; null when absent
 * @param vitale assertion of the Vitale card; null when absent
 * @param token bearer token; null when absent
 */
public record Credentials(
    boolean required,
    @Nullable Statement professional,
    @Nullable Statement vitale,
    @Nullable String token) {

  /** Of a door that asks for nothing, from somebody who shows nothing. */
  public static Credentials none() {
    return new Credentials(false, null, null, null);
  }

  /** Not for logs: the token is a secret. */
  @Override
  public String toString() {
    return "Credentials[" + professional + ", " + vitale + "]";
  }

  /**
   * One assertion.
   *
   * @param id its identifier; empty when it has none
   * @param issued when it says it was made; null when it does not say it readably
   * @param kind whose it is
   * @param nameId who it names; empty when nobody
   * @param defect what is wrong with its signature, French; null when nothing is
   * @param signed whether it is signed
   * @param certificate certificate it is signed with; null when it shows none
   */
  public record Statement(
      String id,
      @Nullable Instant issued,
      Kind kind,
      String nameId,
      @Nullable String defect,
      boolean signed,
      @Nullable X509Certificate certificate) {}

  /** Whose an assertion is. */
  public enum Kind {
    /** A professional, by a card. */
    CARD,
    /** A professional, by Pro Santé Connect. */
    PSC,
    /** A patient, by a Vitale card. */
    VITALE
  }
}
