package fr.socle.documents.pdf;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * How much the compressed parts of a file make once inflated, measured without keeping them: a
 * small file can hold a thousand times its size, and again within.
 */
public final class InflatedSize {
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final int BUFFER = 8192;

  /** A part in a part in a part: what honest software never writes is no longer measured. */
  private static final int DEEPEST = 3;

  /**
   * The header of a compressed part: the library that reads the file does not look at it. Within a
   * part it is asked for, or every picture of one colour would be taken for a part in a part.
   */
  private static final int HEADER = 2;

  private final Chain chain = new Chain(DEEPEST);
  private long left;

  private InflatedSize(long most) {
    this.left = most;
  }

  /** Whether the streams of a PDF together make no more than a number of bytes. */
  public static boolean ofPdfIsWithin(byte[] pdf, long most) {
    InflatedSize size = new InflatedSize(most);
    try {
      for (int i = 0; i + STREAM.length < pdf.length && size.left >= 0; i++) {
        if (isStreamAt(pdf, i)) {
          int at = Math.min(contentAfter(pdf, i + STREAM.length) + HEADER, pdf.length);
          size.chain.restart();
          size.chain.feed(pdf, at, pdf.length - at);
        }
      }
      return size.left >= 0;
    } finally {
      size.chain.end();
    }
  }

  private static boolean isStreamAt(byte[] pdf, int at) {
    for (int i = 0; i < STREAM.length; i++) {
      if (pdf[at + i] != STREAM[i]) {
        return false;
      }
    }
    return true;
  }

  /** Spaces and one end of line separate the word from the content. */
  private static int contentAfter(byte[] pdf, int from) {
    int at = from;
    while (at < pdf.length && pdf[at] == ' ') {
      at++;
    }
    if (at < pdf.length && pdf[at] == '\r') {
      at++;
    }
    return at < pdf.length && pdf[at] == '\n' ? at + 1 : at;
  }

  /** Inflaters fed with what the one before them gives; used for one part after another. */
  private final class Chain {
    private final Inflater inflater;
    private final int depth;
    private final byte[] buffer = new byte[BUFFER];
    private @Nullable Chain within;
    private boolean fed;
    private boolean dead;

    Chain(int depth) {
      this.depth = depth;
      this.inflater = new Inflater(depth == DEEPEST);
    }

    void restart() {
      if (fed) {
        inflater.reset();
        fed = false;
        dead = false;
        if (within != null) {
          within.restart();
        }
      }
    }

    void feed(byte[] bytes, int from, int length) {
      fed = true;
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
