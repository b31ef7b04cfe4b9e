package fr.socle.mss.service;

import fr.socle.bench.content.Content;
import fr.socle.bench.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The bytes of a message, read chunk by chunk.
 *
 * @param store the store
 * @param id identifier of the bytes
 * @param size how many
 */
record StoredBody(Store store, long id, long size) implements Content {
  @Override
  public InputStream open() {
    return new Chunks();
  }

  private Optional<byte[]> chunk(int rank) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select("select octets from mss.morceau where corps = ? and rang = ?", id, rank)
                    .mapTo(byte[].class)
                    .findOne());
  }

  /** Reads one chunk after the other. */
  private final class Chunks extends InputStream {
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
    private int rank;
    private long left = size;

    /** Rows that are passed over are not read. */
    @Override
    public long skip(long count) throws IOException {
      long passed = Math.max(0, Math.min(count, left));
      long place = size - left + passed;
      left -= passed;
      rank = (int) (place / MailBodies.CHUNK);
      current = new ByteArrayInputStream(new byte[0]);
      int within = (int) (place % MailBodies.CHUNK);
      if (within > 0 && left > 0) {
        current = next();
        current.skipNBytes(within);
      }
      return passed;
    }

    private ByteArrayInputStream next() throws IOException {
      return new ByteArrayInputStream(
          chunk(rank++).orElseThrow(() -> new IOException("the message was removed meanwhile")));
    }

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
        current = next();
      }
      int count = current.read(bytes, offset, length);
      left -= count;
      return count;
    }
  }
}
