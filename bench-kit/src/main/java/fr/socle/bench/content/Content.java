package fr.socle.bench.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Bytes that can be read any number of times, wherever they are kept. They never change; several
 * threads may read them, each its own stream, as long as what keeps them is not closed.
 */
public interface Content {
  /** How many bytes. */
  long size();

  /**
   * The bytes, from the first. Whoever opens closes.
   *
   * @throws IOException if they are no longer kept, or cannot be read
   */
  InputStream open() throws IOException;

  /**
   * Some of these bytes, which are not copied.
   *
   * @param from place of the first
   * @param length how many
   * @throws IndexOutOfBoundsException if there are not so many
   */
  default Content region(long from, long length) {
    return new Region(this, from, length);
  }

  /**
   * All of them, in memory: for small ones.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  default byte[] all() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("kept bytes cannot be read again", e);
    }
  }

  /**
   * The first of them, in memory.
   *
   * @param most how many at most
   * @throws UncheckedIOException if they cannot be read
   */
  default byte[] first(int most) {
    return region(0, Math.min(most, size())).all();
  }

  /** Bytes in memory, which the caller leaves as they are. */
  static Content of(byte[] bytes) {
    return new MemoryContent(bytes, 0, bytes.length);
  }

  /** Contents one after the other, none of them copied. */
  static Content joined(List<Content> parts) {
    return new JoinedContent(parts);
  }
}
