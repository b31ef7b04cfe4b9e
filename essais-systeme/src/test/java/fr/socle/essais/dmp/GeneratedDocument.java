package fr.socle.essais.dmp;

import java.io.InputStream;
import java.util.Random;

/** A document that nobody holds: so many bytes that a number gives, the same each time. */
final class GeneratedDocument extends InputStream {
  private static final int PERIOD = 1 << 16;

  private final byte[] block = new byte[PERIOD];
  private final Random random;
  private long left;
  private int at = PERIOD;

  GeneratedDocument(long number, long size) {
    this.random = new Random(number);
    this.left = size;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (left == 0 && length > 0) {
      return -1;
    }
    if (at == PERIOD) {
      random.nextBytes(block);
      at = 0;
    }
    int count = (int) Math.min(left, Math.min(length, PERIOD - at));
    System.arraycopy(block, at, bytes, offset, count);
    at += count;
    left -= count;
    return count;
  }
}
