package fr.socle.bench.journal;

import fr.socle.bench.content.Content;
import fr.socle.bench.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The bytes of one side of an exchange, read chunk by chunk: a query for many would hold all of
 * them in memory.
 *
 * @param store the store
 * @param sequence the exchange
 * @param side {@code Q} or {@code A}
 * @param size how many bytes
 */
record JournaledContent(Store store, long sequence, String side, long size) implements Content {
  static JournaledContent of(Store store, long sequence, String side) {
    long size =
        store
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "select coalesce(sum(octet_length(bytes)), 0) from journal.body where"
                                + " sequence = ? and side = ?",
                            sequence,
                            side)
                        .mapTo(Long.class)
                        .one());
    return new JournaledContent(store, sequence, side, size);
  }

  @Override
  public InputStream open() {
    return new Chunks();
  }

  private Optional<byte[]> chunk(int part) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select bytes from journal.body where sequence = ? and side = ? and part ="
                            + " ?",
                        sequence,
                        side,
                        part)
                    .mapTo(byte[].class)
                    .findOne());
  }

  private final class Chunks extends InputStream {
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
    private int part;
    private long left = size;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (current.available() == 0) {
        if (left == 0) {
          return -1;
        }
        byte[] next =
            chunk(part++)
                .orElseThrow(() -> new IOException("bytes of " + sequence + " are missing"));
        current = new ByteArrayInputStream(next);
      }
      int count = current.read(bytes, offset, length);
      left -= count;
      return count;
    }
  }
}
