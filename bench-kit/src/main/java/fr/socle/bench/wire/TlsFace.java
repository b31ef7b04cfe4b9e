package fr.socle.bench.wire;

import fr.socle.bench.pki.ServerIdentity;
import fr.socle.bench.spi.ListenerSpec;
import org.jspecify.annotations.Nullable;

/**
 * What the TLS of a listener shows.
 *
 * @param identity certificate presented
 * @param refusingClients why every client certificate is refused, French; null to judge them
 * @param onlyTls11 whether TLS 1.1 alone is spoken
 */
public record TlsFace(
    ServerIdentity identity, @Nullable String refusingClients, boolean onlyTls11) {

  /** The face of a healthy listener. */
  public static TlsFace healthy(ListenerSpec spec) {
    return new TlsFace(spec.certificate(), null, false);
  }

  /** This face with another certificate. */
  public TlsFace presenting(ServerIdentity other) {
    return new TlsFace(other, refusingClients, onlyTls11);
  }

  /** This face, refusing every client certificate. */
  public TlsFace refusing(String reason) {
    return new TlsFace(identity, reason, onlyTls11);
  }

  /** This face, speaking TLS 1.1 alone. */
  public TlsFace speakingOnlyTls11() {
    return new TlsFace(identity, refusingClients, true);
  }
}
