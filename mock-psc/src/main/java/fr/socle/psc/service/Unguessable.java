package fr.socle.psc.service;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws what nobody must guess: codes, secrets, identifiers of sessions and tokens. */
public final class Unguessable {
  private final RandomGenerator random;

  /**
   * Draws from this source.
   *
   * @param random unguessable and safe for use by several threads
   */
  public Unguessable(RandomGenerator random) {
    this.random = random;
  }

  /** A version 4 UUID. */
  public String uuid() {
    ByteBuffer bits = ByteBuffer.wrap(bytes(16));
    long high = (bits.getLong() & ~0xF000L) | 0x4000L;
    long low = (bits.getLong() & ~0xC000_0000_0000_0000L) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** A secret of 32 characters that can stand in a URL, 192 bits. */
  public String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
  }

  /** Random bytes. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
