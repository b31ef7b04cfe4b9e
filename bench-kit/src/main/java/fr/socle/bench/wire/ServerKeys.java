package fr.socle.bench.wire;

import fr.socle.bench.pki.ServerIdentity;
import fr.socle.bench.pki.TestPki;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What the listeners of a bench present and whom they trust. Key managers are made once for all
 * listeners: reading a key store costs thousands of hashes. Safe for use by several threads.
 */
public final class ServerKeys {
  private final TestPki pki;
  private final Clock clock;
  private final Map<Shown, KeyManager[]> managers = new ConcurrentHashMap<>();

  /**
   * The keys of a PKI.
   *
   * @param pki certificates
   * @param clock time at which client certificates are judged
   */
  public ServerKeys(TestPki pki, Clock clock) {
    this.pki = pki;
    this.clock = clock;
  }

  /** What is presented, and where its revocation is told. */
  private record Shown(ServerIdentity identity, String address) {}

  /**
   * Keys to present.
   *
   * @param address where the revocation of an identity that says so is told
   */
  KeyManager[] of(ServerIdentity identity, String address) {
    return managers
        .computeIfAbsent(new Shown(identity, identity.isRevocable() ? address : ""), this::read)
        .clone();
  }

  private KeyManager[] read(Shown shown) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(
          pki.serverKeyStore(shown.identity(), shown.address()), TestPki.PASSWORD.toCharArray());
      return keys.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS n'est pas disponible dans ce JDK.", e);
    }
  }

  X509ExtendedTrustManager clientTrust() {
    return pki.clientTrustManager(clock);
  }
}
