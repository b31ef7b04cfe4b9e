package fr.socle.bench.wire;

import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The TLS of one listener: what it presents and whom it trusts. */
final class ListenerTls {
  private final ServerKeys keys;
  private final SeenChain seenChain;
  private final SslContextFactory.Server contexts = new SslContextFactory.Server();
  private final String[] excluded = outdated(contexts.getExcludeProtocols());
  private final String[] weak = contexts.getExcludeCipherSuites();

  private ListenerTls(ServerKeys keys) {
    this.keys = keys;
    this.seenChain = new SeenChain(keys.clientTrust());
  }

  static ListenerTls of(ListenerSpec spec, ServerKeys keys) {
    ListenerTls tls = new ListenerTls(keys);
    tls.contexts.setSslContext(tls.context(TlsFace.healthy(spec)));
    tls.contexts.setExcludeProtocols(tls.excluded);
    tls.contexts.setNeedClientAuth(spec.tls() == Tls.CLIENT_REQUIRED);
    tls.contexts.setWantClientAuth(spec.tls() == Tls.CLIENT_ASKED);
    // The host name is the client's to check; ours may be reached by several names.
    tls.contexts.setSniRequired(false);
    return tls;
  }

  /** The launcher may have made the Java machine able to speak them, for a fault alone. */
  private static String[] outdated(String[] others) {
    return Stream.concat(Stream.of(others), Stream.of("TLSv1", "TLSv1.1")).toArray(String[]::new);
  }

  SslContextFactory.Server contexts() {
    return contexts;
  }

  SeenChain seenChain() {
    return seenChain;
  }

  /** A new context each time, so that no session of the former one is resumed. */
  void present(TlsFace face) {
    seenChain.refuseAll(face.refusingClients());
    SSLContext context = context(face);
    boolean versionChosen = !face.versions().isEmpty();
    try {
      contexts.reload(
          factory -> {
            factory.setSslContext(context);
            factory.setIncludeProtocols(face.versions().toArray(String[]::new));
            factory.setExcludeProtocols(versionChosen ? new String[0] : excluded);
            factory.setIncludeCipherSuites(face.suites().toArray(String[]::new));
            // What is left out elsewhere is all that TLS 1.1 has: its suites use SHA-1.
            factory.setExcludeCipherSuites(face.isOutdated() ? new String[0] : weak);
          });
    } catch (Exception e) {
      throw new IllegalStateException("TLS cannot be changed", e);
    }
  }

  private SSLContext context(TlsFace face) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys.of(face.identity(), face.revocation()), new TrustManager[] {seenChain}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS n'est pas disponible dans ce JDK.", e);
    }
  }
}
