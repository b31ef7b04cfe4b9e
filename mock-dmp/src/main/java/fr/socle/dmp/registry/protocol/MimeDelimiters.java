package fr.socle.dmp.registry.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines that part a multipart body: RFC 2046, 5.1.1. A delimiter begins a line; dashes
 * follow the last, and nothing but blanks the others.
 */
final class MimeDelimiters {
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final byte[] delimiter;
  private long at;
  private int before;
  private int last = '\n';

  private MimeDelimiters(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("--" + boundary).getBytes(ISO_8859_1);
  }

  /**
   * A delimiter.
   *
   * @param endOfPart where the part before it ends: the line end before it belongs to it
   * @param after where the line after it begins
   * @param last whether no part follows
   */
  record Delimiter(long endOfPart, long after, boolean last) {}

  /**
   * The delimiters of a body in order, up to the last one.
   *
   * @param most how many at most are looked for
   */
  static List<Delimiter> in(InputStream body, String boundary, int most) throws IOException {
    MimeDelimiters reader = new MimeDelimiters(new BufferedInputStream(body, BUFFER), boundary);
    List<Delimiter> found = new ArrayList<>();
    while (found.size() < most) {
      if (!reader.readLine(found)) {
        return found;
      }
      if (!found.isEmpty() && found.get(found.size() - 1).last()) {
        return found;
      }
    }
    return found;
  }

  /** Reads a line, of which only what may be a delimiter is looked at; false at the end. */
  private boolean readLine(List<Delimiter> found) throws IOException {
    long start = at;
    long endOfPart = Math.max(0, before == '\r' ? start - 2 : start - 1);
    int next = read();
    int matched = 0;
    while (matched < delimiter.length && next == (delimiter[matched] & 0xff)) {
      matched++;
      next = read();
    }
    if (matched == delimiter.length) {
      if (next == '-') {
        next = read();
        if (next == '-') {
          found.add(new Delimiter(endOfPart, at, true));
          return true;
        }
      } else {
        while (next == ' ' || next == '\t' || next == '\r') {
          next = read();
        }
        if (next == '\n') {
          found.add(new Delimiter(endOfPart, at, false));
        }
      }
    }
    while (next != '\n' && next >= 0) {
      next = read();
    }
    return next >= 0;
  }

  private int read() throws IOException {
    int next = in.read();
    if (next >= 0) {
      at++;
      before = last;
      last = next;
    }
    return next;
  }
}
