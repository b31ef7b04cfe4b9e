package fr.socle.bench.pki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/**
 * Makes the halves of a PKI that are missing. Apart from what reads them, so that a start that
 * finds everything loads no class of the certificate library: verifying its signed archive costs
 * more than all the reading.
 */
record Renewal(Path folder, PkiOptions options, Instant now, SecureRandom random) {

  /** Writes one half, the other, or both. The caller holds the lock of the folder. */
  void write(boolean servers, boolean clients) throws IOException {
    int serverPairs = servers ? 2 : 0;
    int clientPairs = clients ? ClientRange.values().length : 0;
    List<KeyPair> pairs = new RsaKeys(random).several(serverPairs + clientPairs);
    CertificateForge forge = new CertificateForge(random);
    if (servers) {
      SealedFiles.write(
          folder,
          ServerPart.SEAL,
          ServerPart.profile(options),
          ServerIssuer.make(options, now, forge, pairs.get(0), pairs.get(1)));
    }
    if (clients) {
      SealedFiles.write(
          folder,
          ClientPart.SEAL,
          "",
          ClientAuthorityIssuer.make(now, forge, pairs.subList(serverPairs, pairs.size())));
    }
  }
}
