package fr.socle.bench.wire;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges as another trust manager does, and remembers the chain of each handshake under way, so
 * that a refused certificate can be named in the journal.
 */
final class SeenChain extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private final Map<SSLEngine, List<X509Certificate>> chains = new WeakHashMap<>();
  private volatile @Nullable String refusingAll;

  SeenChain(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /** Refuses every client from now on, with this reason; null to judge again. */
  void refuseAll(@Nullable String reason) {
    refusingAll = reason;
  }

  /** The chain seen in the handshake of an engine, forgotten thereby. */
  List<X509Certificate> forget(SSLEngine engine) {
    synchronized (chains) {
      List<X509Certificate> chain = chains.remove(engine);
      return chain == null ? List.of() : chain;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    synchronized (chains) {
      chains.put(engine, List.of(chain));
    }
    String reason = refusingAll;
    if (reason != null) {
      throw new CertificateException(reason);
    }
    judge.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    judge.checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    judge.checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    judge.checkServerTrusted(chain, authType, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    judge.checkServerTrusted(chain, authType, engine);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
