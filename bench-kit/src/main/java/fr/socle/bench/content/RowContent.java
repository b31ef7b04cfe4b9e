package fr.socle.bench.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes kept in the rows of a store, read row by row: a query for many would hold all of them in
 * memory.
 *
 * @param size how many bytes
 * @param rows where they are
 */
public record RowContent(long size, Rows rows) implements Content {
  /** Rows that never change. Several threads may ask for them. */
  @FunctionalInterface
  public interface Rows {
    /**
     * The bytes of one row, which has some.
     *
     * @param rank place of the row, from 0
     * @throws IOException when it is no longer kept
     */
    byte[] row(int rank) throws IOException;
  }

  @Override
  public InputStream open() {
    return new Stream();
  }

  private final class Stream extends InputStream {
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
    private int rank;
    private long left = size;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (current.available() == 0) {
        if (left == 0) {
          return -1;
        }
        current = new ByteArrayInputStream(rows.row(rank++));
      }
      int count = current.read(bytes, offset, length);
      left -= count;
      return count;
    }
  }
}
