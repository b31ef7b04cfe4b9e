package fr.socle.bench.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being received: in memory up to 1 MiB, then in a file that {@link #close()} deletes. Used
 * by one thread at a time.
 */
public final class Spool implements Closeable {
  private static final int IN_MEMORY = 1024 * 1024;

  private final Path directory;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream(512);
  private @Nullable Path file;
  private @Nullable OutputStream onDisk;
  private long size;

  Spool(Path directory) {
    this.directory = directory;
  }

  /** Adds the bytes of a buffer, which is left as it was. */
  void write(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    try {
      if (onDisk == null && size + copy.length > IN_MEMORY) {
        file = Files.createTempFile(directory, "requete", ".bin");
        onDisk = Files.newOutputStream(file);
        memory.writeTo(onDisk);
        memory = new ByteArrayOutputStream(0);
      }
      if (onDisk == null) {
        memory.writeBytes(copy);
      } else {
        onDisk.write(copy);
      }
      size += copy.length;
    } catch (IOException e) {
      throw full(e);
    }
  }

  /** Number of bytes held. */
  public long size() {
    return size;
  }

  /** The bytes, from the first. */
  public InputStream open() throws IOException {
    if (onDisk == null || file == null) {
      return new ByteArrayInputStream(memory.toByteArray());
    }
    onDisk.flush();
    return Files.newInputStream(file);
  }

  /** The bytes from a place on, in memory. */
  byte[] bytesFrom(long start) {
    try (InputStream in = open()) {
      in.skipNBytes(start);
      return in.readAllBytes();
    } catch (IOException e) {
      throw full(e);
    }
  }

  /** The first bytes, in memory. */
  byte[] firstBytes(int count) {
    try (InputStream in = open()) {
      return in.readNBytes(count);
    } catch (IOException e) {
      throw full(e);
    }
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
      throw full(e);
    }
  }

  private UncheckedIOException full(IOException e) {
    return new UncheckedIOException(
        "Le corps d'une requête ne peut pas être gardé dans "
            + directory
            + " : vérifiez ses droits et l'espace disque.",
        e);
  }
}
