package fr.socle.bench.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of one exchange wait: gone, with their files, when it is closed. Safe for use by
 * several threads.
 */
public final class Scratch implements AutoCloseable {
  private static final int PIECE = 64 * 1024;

  private final @Nullable Path directory;
  private final List<Spool> spools = new ArrayList<>();
  private boolean closed;

  private Scratch(@Nullable Path directory) {
    this.directory = directory;
  }

  /** Many bytes wait in files of a directory. */
  public static Scratch in(Path directory) {
    return new Scratch(directory);
  }

  /** All wait in memory: for exchanges that came by no connection. */
  public static Scratch inMemory() {
    return new Scratch(null);
  }

  /**
   * A place to gather bytes in.
   *
   * @throws IllegalStateException if this is closed
   */
  public synchronized Spool spool() {
    if (closed) {
      throw new IllegalStateException("the exchange is over");
    }
    Spool spool = new Spool(directory);
    spools.add(spool);
    return spool;
  }

  /**
   * Gathers a stream to its end.
   *
   * @throws IOException if the stream fails
   * @throws UncheckedIOException if the disk does not take it
   */
  public Content keep(InputStream in) throws IOException {
    Spool spool = spool();
    byte[] piece = new byte[PIECE];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      spool.write(ByteBuffer.wrap(piece, 0, count));
    }
    return spool.content();
  }

  @Override
  public synchronized void close() {
    closed = true;
    RuntimeException failure = null;
    for (Spool spool : spools) {
      try {
        spool.close();
      } catch (UncheckedIOException e) {
        failure = e;
      }
    }
    spools.clear();
    if (failure != null) {
      throw failure;
    }
  }
}
