package fr.socle.bench.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Some of the bytes of a content, found by passing over those before.
 *
 * @param whole the content
 * @param from place of the first byte
 * @param size how many bytes
 */
record Region(Content whole, long from, long size) implements Content {
  Region {
    Objects.checkFromToIndex(from, from + size, whole.size());
  }

  @Override
  public InputStream open() throws IOException {
    InputStream in = whole.open();
    try {
      in.skipNBytes(from);
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return new BoundedStream(in, size);
  }
}
