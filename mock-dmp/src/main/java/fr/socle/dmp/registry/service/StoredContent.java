package fr.socle.dmp.registry.service;

import fr.socle.bench.content.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jdbi.v3.core.Jdbi;

/**
 * Bytes in the repository, read chunk by chunk: a query for many would hold all of them in memory.
 * Bytes kept under a hash never change; they go with their space, which waits for its exchanges.
 *
 * @param jdbi the store
 * @param space the space
 * @param key what they are kept under
 * @param size how many
 */
record StoredContent(Jdbi jdbi, String space, String key, long size) implements Content {
  @Override
  public InputStream open() {
    return new Chunks();
  }

  private byte[] chunk(int rank) throws IOException {
    return jdbi.withHandle(
            handle ->
                handle
                    .select(
                        "select octets from dmp.morceau where space_id = ? and empreinte = ? and"
                            + " rang = ?",
                        space,
                        key,
                        rank)
                    .map((row, context) -> row.getBytes(1))
                    .findOne())
        .orElseThrow(() -> new IOException("the document " + key + " is no longer kept"));
  }

  private final class Chunks extends InputStream {
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
      if (current.available() == 0) {
        if (left == 0) {
          return -1;
        }
        current = new ByteArrayInputStream(chunk(rank++));
      }
      int count = current.read(bytes, offset, length);
      left -= count;
      return count;
    }
  }
}
