package fr.socle.documents.datamatrix;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * How much the compressed parts of a file make once inflated, measured without keeping them: a
 * small file can hold a thousand times its size, and again within.
 */
final class InflatedSize {
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final int BUFFER = 8192;

  /** A part in a part in a part: what honest software never writes is no longer measured. */
  private static final int DEEPEST = 3;

  private long left;

  private InflatedSize(long most) {
    this.left = most;
  }

  /** Whether the streams of a PDF together make no more than a number of bytes. */
  static boolean ofPdfIsWithin(byte[] pdf, long most) {
    InflatedSize size = new InflatedSize(most);
    for (int i = 0; i + STREAM.length < pdf.length && size.left >= 0; i++) {
      if (isStreamAt(pdf, i)) {
        int at = i + STREAM.length;
        while (at < pdf.length && (pdf[at] == '\r' || pdf[at] == '\n')) {
          at++;
        }
        size.inflate(pdf, at);
      }
    }
    return size.left >= 0;
  }

  private static boolean isStreamAt(byte[] pdf, int at) {
    for (int i = 0; i < STREAM.length; i++) {
      if (pdf[at + i] != STREAM[i]) {
        return false;
      }
    }
    return true;
  }

  private void inflate(byte[] pdf, int from) {
    Chain chain = new Chain(DEEPEST);
    try {
      chain.feed(pdf, from, pdf.length - from);
    } finally {
      chain.end();
    }
  }

  /** Inflaters fed with what the one before them gives. */
  private final class Chain {
    private final Inflater inflater = new Inflater();
    private final int depth;
    private final byte[] buffer = new byte[BUFFER];
    private @Nullable Chain within;
    private boolean dead;

    Chain(int depth) {
      this.depth = depth;
    }

    void feed(byte[] bytes, int from, int length) {
      inflater.setInput(bytes, from, length);
      while (!dead && left >= 0) {
        int made = made();
        if (made <= 0) {
          return;
        }
        left -= made;
        if (depth > 1) {
          if (within == null) {
            within = new Chain(depth - 1);
          }
          within.feed(buffer, 0, made);
        }
      }
    }

    private int made() {
      try {
        return inflater.inflate(buffer);
      } catch (DataFormatException e) {
        dead = true; // Not compressed so, or no further.
        return 0;
      }
    }

    void end() {
      inflater.end();
      if (within != null) {
        within.end();
      }
    }
  }
}
