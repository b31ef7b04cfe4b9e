package fr.socle.mss.protocol.smtp;

import fr.socle.bench.content.Content;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The message within the data of SMTP: without the last line and the dots that were doubled (RFC
 * 5321 section 4.5.2).
 *
 * @param data as on the wire, the final dot included
 * @param size bytes of the message
 * @param bareLineEnd whether a CR or a LF stands alone, which RFC 5321 section 2.3.8 forbids
 * @param nul whether there is a NUL
 * @param headerTooLong whether the header is longer than {@link #LONGEST_HEADER}
 * @param infected whether the virus of tests is in it
 */
record SubmittedData(
    Content data,
    long size,
    boolean bareLineEnd,
    boolean nul,
    boolean headerTooLong,
    boolean infected)
    implements Content {
  /** Bytes of the longest header; no text says it (A). */
  static final int LONGEST_HEADER = 1024 * 1024;

  private static final int END = ".\r\n".length();

  static SubmittedData of(Content data) throws IOException {
    long dots = 0;
    long total = 0;
    boolean bare = false;
    boolean nul = false;
    long header = -1;
    long lineStart = 0;
    VirusScan scan = new VirusScan();
    try (InputStream in = new BufferedInputStream(data.open())) {
      // The data begins at the start of a line.
      int last = '\n';
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '.' && last == '\n') {
          dots++;
        } else {
          scan.see(next);
        }
        if (next == '\n') {
          if (header < 0 && total - lineStart <= 1) {
            header = total;
          }
          lineStart = total + 1;
        }
        bare |= total > 0 && (next == '\n') != (last == '\r');
        bare |= total == 0 && next == '\n';
        nul |= next == 0;
        last = next;
        total++;
      }
    }
    return new SubmittedData(
        data,
        data.size() - END - (dots - 1),
        bare,
        nul,
        (header < 0 ? total : header) > LONGEST_HEADER,
        scan.isFound());
  }

  @Override
  public InputStream open() throws IOException {
    return new Undotted(new BufferedInputStream(data.open()), size);
  }

  /** Leaves out the first dot of each line. */
  private static final class Undotted extends FilterInputStream {
    private int last = '\n';
    private long left;

    private Undotted(InputStream in, long size) {
      super(in);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      int next = in.read();
      if (next == '.' && last == '\n') {
        next = in.read();
      }
      last = next;
      left--;
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next < 0) {
          return count == 0 && length > 0 ? -1 : count;
        }
        bytes[offset + count++] = (byte) next;
      }
      return count;
    }
  }
}
