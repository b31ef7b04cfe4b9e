package fr.socle.psc.exchange.service;

import fr.socle.psc.service.SigningKeys;
import java.security.KeyPair;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of the authorization servers of a space, other than those of Pro Santé Connect:
 * made when first asked for, most spaces never need them. Thread-safe.
 */
public final class ApiKeys {
  private final Supplier<KeyPair> maker;
  private @Nullable SigningKeys keys;

  /** No key yet. */
  ApiKeys(Supplier<KeyPair> maker) {
    this.maker = maker;
  }

  /** The keys. */
  public synchronized SigningKeys get() {
    SigningKeys known = keys;
    if (known == null) {
      known = new SigningKeys(maker);
      keys = known;
    }
    return known;
  }
}
