package fr.socle.dmp.registry.protocol;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Undoes the transfer coding of RFC 2045, 6.7; what is no escape stays as it is, as 6.7 advises.
 */
final class QuotedPrintable extends InputStream {
  private static final int HEXADECIMAL = 16;

  /** A line has no more octets (RFC 5322, 2.1.1), blanks at its end included. */
  private static final int LOOKED_AHEAD = 998;

  private final PushbackInputStream coded;

  QuotedPrintable(InputStream coded) {
    this.coded = new PushbackInputStream(new BufferedInputStream(coded), LOOKED_AHEAD);
  }

  @Override
  public int read() throws IOException {
    int next = coded.read();
    while (next == '=' && passedSoftBreak()) {
      next = coded.read();
    }
    return next == '=' ? escaped() : next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = read();
      if (next < 0) {
        return count == 0 ? -1 : count;
      }
      bytes[offset + count++] = (byte) next;
    }
    return count;
  }

  /** Passes over the end of a line whose equals sign was read; nothing when there is none here. */
  private boolean passedSoftBreak() throws IOException {
    byte[] blanks = new byte[LOOKED_AHEAD];
    int count = 0;
    while (count < LOOKED_AHEAD) {
      int next = coded.read();
      if (next == '\n') {
        return true;
      }
      if (next >= 0) {
        blanks[count++] = (byte) next;
      }
      if (next != ' ' && next != '\t' && next != '\r') {
        break;
      }
    }
    coded.unread(blanks, 0, count);
    return false;
  }

  /** The octet after an equals sign; the sign itself when it escapes none. */
  private int escaped() throws IOException {
    int first = coded.read();
    int second = first < 0 ? -1 : coded.read();
    int high = Character.digit(first, HEXADECIMAL);
    int low = Character.digit(second, HEXADECIMAL);
    if (high >= 0 && low >= 0) {
      return high * HEXADECIMAL + low;
    }
    if (second >= 0) {
      coded.unread(second);
    }
    if (first >= 0) {
      coded.unread(first);
    }
    return '=';
  }

  @Override
  public void close() throws IOException {
    coded.close();
  }
}
