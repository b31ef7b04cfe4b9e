package fr.socle.bench.wire;

import fr.socle.bench.pki.ServerIdentity;
import fr.socle.bench.spi.ListenerSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the TLS of a listener shows.
 *
 * @param identity certificate presented
 * @param refusingClients why every client certificate is refused, French; null to judge them
 * @param versions the versions spoken; empty for those of a healthy listener
 * @param suites the suites offered, in these versions; empty for those of a healthy listener
 * @param revocation address where the revocation of its certificate is told; empty when nowhere
 */
public record TlsFace(
    ServerIdentity identity,
    @Nullable String refusingClients,
    List<String> versions,
    List<String> suites,
    String revocation) {

  /** Copies the lists. */
  public TlsFace {
    versions = List.copyOf(versions);
    suites = List.copyOf(suites);
  }

  /** The face of a healthy listener. */
  public static TlsFace healthy(ListenerSpec spec) {
    return new TlsFace(spec.certificate(), null, List.of(), List.of(), "");
  }

  /** This face with another certificate. */
  public TlsFace presenting(ServerIdentity other) {
    return new TlsFace(other, refusingClients, versions, suites, revocation);
  }

  /** This face, refusing every client certificate. */
  public TlsFace refusing(String reason) {
    return new TlsFace(identity, reason, versions, suites, revocation);
  }

  /** This face, speaking one version alone. */
  public TlsFace speakingOnly(String version) {
    return new TlsFace(identity, refusingClients, List.of(version), suites, revocation);
  }

  /** This face, offering in TLS 1.2 one suite alone. */
  public TlsFace offeringOnly(String suite) {
    return new TlsFace(identity, refusingClients, List.of("TLSv1.2"), List.of(suite), revocation);
  }

  /** This face, the revocation of its certificate being told at an address. */
  public TlsFace toldAt(String address) {
    return new TlsFace(identity, refusingClients, versions, suites, address);
  }

  /** Whether what is outdated may be spoken: TLS 1.1, or a suite somebody asked for by its name. */
  boolean isOutdated() {
    return versions.contains("TLSv1.1") || !suites.isEmpty();
  }
}
