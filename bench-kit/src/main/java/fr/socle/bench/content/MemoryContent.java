package fr.socle.bench.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/** Bytes in memory. */
final class MemoryContent implements Content {
  private final byte[] bytes;
  private final int from;
  private final int length;

  MemoryContent(byte[] bytes, int from, int length) {
    Objects.checkFromToIndex(from, from + length, bytes.length);
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes, from, length);
  }

  @Override
  public Content region(long start, long count) {
    Objects.checkFromToIndex(start, start + count, (long) length);
    return new MemoryContent(bytes, from + (int) start, (int) count);
  }

  @Override
  public byte[] all() {
    return from == 0 && length == bytes.length
        ? bytes
        : Arrays.copyOfRange(bytes, from, from + length);
  }
}
