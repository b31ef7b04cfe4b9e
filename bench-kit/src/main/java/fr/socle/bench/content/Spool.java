package fr.socle.bench.content;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being gathered: in memory up to {@link #IN_MEMORY}, then in a file that {@link #close()}
 * deletes. Used by one thread at a time.
 */
public final class Spool implements Closeable {
  /** How many bytes are held in memory: 1 MiB. */
  public static final int IN_MEMORY = 1024 * 1024;

  private final @Nullable Path directory;
  private byte[] memory = new byte[512];
  private @Nullable Path file;
  private @Nullable FileChannel onDisk;
  private long size;

  /** An empty one; without directory it stays in memory. */
  Spool(@Nullable Path directory) {
    this.directory = directory;
  }

  /**
   * Adds the bytes of a buffer, which is left as it was.
   *
   * @throws UncheckedIOException if the disk does not take them
   */
  public void write(ByteBuffer bytes) {
    ByteBuffer fresh = bytes.duplicate();
    try {
      if (onDisk == null && directory != null && size + fresh.remaining() > IN_MEMORY) {
        spill(directory);
      }
      long grown = size + fresh.remaining();
      if (onDisk == null) {
        if (grown > memory.length) {
          memory = Arrays.copyOf(memory, (int) Math.max(grown, 2L * memory.length));
        }
        fresh.get(memory, (int) size, fresh.remaining());
      } else {
        while (fresh.hasRemaining()) {
          onDisk.write(fresh);
        }
      }
      size = grown;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Des octets reçus ne peuvent pas être gardés dans "
              + directory
              + " : vérifiez ses droits et l'espace disque.",
          e);
    }
  }

  private void spill(Path where) throws IOException {
    Path made = Files.createTempFile(where, "octets", ".bin");
    file = made;
    FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE);
    onDisk = channel;
    ByteBuffer held = ByteBuffer.wrap(memory, 0, (int) size);
    while (held.hasRemaining()) {
      channel.write(held);
    }
    memory = new byte[0];
  }

  /** Number of bytes gathered. */
  public long size() {
    return size;
  }

  /** What was gathered so far, which can be read until this spool is closed. */
  public Content content() {
    return file == null ? new MemoryContent(memory, 0, (int) size) : new FileContent(file, 0, size);
  }

  @Override
  public void close() {
    try {
      if (onDisk != null) {
        onDisk.close();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + file + " cannot be deleted", e);
    }
  }
}
