package fr.socle.dmp.registry.service;

import fr.socle.bench.content.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a document.
 *
 * @param bytes bytes, never changed
 * @param key SHA-256, hexadecimal: what they are kept under
 * @param sha1 SHA-1, hexadecimal: what metadata say (dmp.md 1.10)
 */
public record DocumentContent(Content bytes, String key, String sha1) {
  private static final int PIECE = 64 * 1024;

  /**
   * The content of these bytes, which are read once.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public static DocumentContent of(Content bytes) {
    MessageDigest key = digest("SHA-256");
    MessageDigest sha1 = digest("SHA-1");
    try (InputStream in = bytes.open()) {
      byte[] piece = new byte[PIECE];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        key.update(piece, 0, count);
        sha1.update(piece, 0, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a document cannot be read again", e);
    }
    return new DocumentContent(
        bytes, HexFormat.of().formatHex(key.digest()), HexFormat.of().formatHex(sha1.digest()));
  }

  /** How many bytes. */
  public long size() {
    return bytes.size();
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java machine has " + algorithm, e);
    }
  }
}
