package fr.socle.psc.proxy.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The editor's proxy that stands in the place of the bench's own: that of the settings of the
 * space, or another one until the window closes. Thread-safe.
 */
public final class Relay {
  private final @Nullable String usual;
  private volatile @Nullable String now;

  Relay(@Nullable String usual) {
    this.usual = usual;
    this.now = usual;
  }

  /** Its address without a slash at the end; nothing when the bench's own proxy answers. */
  public Optional<String> address() {
    return Optional.ofNullable(now);
  }

  /** Passes every call on to another one from now on. */
  public void standIn(String address) {
    now = address;
  }

  /** Back to what the settings of the space say. */
  public void reset() {
    now = usual;
  }
}
