package fr.socle.lps.psc;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider's keys, kept between logins; an unknown key id reloads them once, then is refused
 * (PSC-RP-06). Thread-safe: logout notices come on threads of their own.
 */
final class KeyRing {

  /** Fetches the key set of the provider. */
  @FunctionalInterface
  interface Source {
    JwkSet load() throws PscProblem, InterruptedException;
  }

  private final Source source;
  private @Nullable JwkSet known;

  KeyRing(Source source) {
    this.source = source;
  }

  synchronized RSAPublicKey find(@Nullable String keyId) throws PscProblem, InterruptedException {
    if (known == null) {
      known = source.load();
    }
    Optional<RSAPublicKey> key = known.find(keyId);
    if (key.isEmpty()) {
      known = source.load();
      key = known.find(keyId);
    }
    if (key.isEmpty()) {
      throw new PscRefusal(
          "Connexion refusée : le jeton d'identité est signé par une clé que Pro Santé Connect ne"
              + " publie pas.");
    }
    return key.get();
  }
}
