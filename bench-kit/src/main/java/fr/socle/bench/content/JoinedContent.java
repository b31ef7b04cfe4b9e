package fr.socle.bench.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Contents one after the other.
 *
 * @param parts the contents
 */
record JoinedContent(List<Content> parts) implements Content {
  JoinedContent {
    parts = List.copyOf(parts);
  }

  @Override
  public long size() {
    return parts.stream().mapToLong(Content::size).sum();
  }

  @Override
  public InputStream open() {
    return new Following(parts.iterator());
  }

  @Override
  public Content region(long from, long length) {
    Objects.checkFromToIndex(from, from + length, size());
    List<Content> kept = new ArrayList<>();
    long start = from;
    long left = length;
    for (Content part : parts) {
      long count = Math.min(left, Math.max(0, part.size() - start));
      if (count > 0) {
        kept.add(part.region(start, count));
        left -= count;
      }
      start = Math.max(0, start - part.size());
    }
    return new JoinedContent(kept);
  }

  /** Opens each part when the one before is read. */
  private static final class Following extends InputStream {
    private final Iterator<Content> next;
    private InputStream current = InputStream.nullInputStream();

    Following(Iterator<Content> next) {
      this.next = next;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = current.read(bytes, offset, length);
      while (count < 0 && next.hasNext()) {
        current.close();
        current = next.next().open();
        count = current.read(bytes, offset, length);
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      current.close();
    }
  }
}
