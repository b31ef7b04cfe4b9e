package fr.socle.bench.journal;

import fr.socle.bench.content.Content;
import java.io.IOException;
import java.io.InputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes the bytes of one exchange in rows of chunks, a few at a time: however large it is, the
 * memory it takes is that of one batch. Of one transaction.
 */
final class BodyRows implements AutoCloseable {
  private static final int CHUNK = 256 * 1024;
  private static final int CHUNKS_AT_ONCE = 8;

  private final Handle handle;
  private final long sequence;
  private PreparedBatch batch;

  BodyRows(Handle handle, long sequence) {
    this.handle = handle;
    this.sequence = sequence;
    this.batch = prepare();
  }

  void add(String side, Content content) throws IOException {
    try (InputStream in = content.open()) {
      int part = 0;
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        batch.add(sequence, side, part++, chunk);
        if (batch.size() == CHUNKS_AT_ONCE) {
          flush();
        }
      }
    }
  }

  /** Writes what waits. */
  void flush() {
    if (batch.size() > 0) {
      batch.execute();
      batch.close();
      batch = prepare();
    }
  }

  private PreparedBatch prepare() {
    return handle.prepareBatch("insert into journal.body values (?, ?, ?, ?)");
  }

  @Override
  public void close() {
    batch.close();
  }
}
