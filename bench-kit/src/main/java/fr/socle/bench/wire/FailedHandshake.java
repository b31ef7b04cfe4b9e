package fr.socle.bench.wire;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A TLS handshake that did not succeed.
 *
 * @param received bytes received, TLS records
 * @param sent bytes sent, TLS records
 * @param code short stable word
 * @param reason why, French, with the mend
 * @param clientChain certificates the client presented, if it came to that
 */
@SuppressWarnings("ArrayRecordComponent")
public record FailedHandshake(
    byte[] received, byte[] sent, String code, String reason, List<X509Certificate> clientChain) {

  /** Copies the chain. */
  public FailedHandshake {
    clientChain = List.copyOf(clientChain);
  }
}
