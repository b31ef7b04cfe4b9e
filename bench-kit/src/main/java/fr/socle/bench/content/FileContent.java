package fr.socle.bench.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Bytes in a file.
 *
 * @param file the file
 * @param from place of the first byte
 * @param size how many bytes
 */
record FileContent(Path file, long from, long size) implements Content {
  @Override
  public InputStream open() throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      channel.position(from);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new BoundedStream(Channels.newInputStream(channel), size);
  }

  @Override
  public Content region(long start, long length) {
    Objects.checkFromToIndex(start, start + length, size);
    return new FileContent(file, from + start, length);
  }
}
