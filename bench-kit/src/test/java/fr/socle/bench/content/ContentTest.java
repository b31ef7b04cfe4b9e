package fr.socle.bench.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
  private static final int LARGE = 3 * Spool.IN_MEMORY + 5;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Spool.IN_MEMORY, Spool.IN_MEMORY + 1, LARGE})
  void isReadAsOftenAsWantedWhereverItIsKept(int size) throws Exception {
    byte[] bytes = some(size);
    try (Scratch scratch = Scratch.in(folder)) {
      Content content = scratch.keep(new ByteArrayInputStream(bytes));

      assertThat(files()).isEqualTo(size > Spool.IN_MEMORY ? 1 : 0);
      assertThat(content.size()).isEqualTo(size);
      assertThat(content.all()).isEqualTo(bytes);
      assertThat(oneByOne(content)).isEqualTo(bytes);
      assertThat(content.first(7)).isEqualTo(Arrays.copyOf(bytes, Math.min(7, size)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, LARGE})
  void givesAnyOfItsRegionsAndNothingBeyond(int size) throws Exception {
    byte[] bytes = some(size);
    try (Scratch scratch = Scratch.in(folder)) {
      Content kept = scratch.keep(new ByteArrayInputStream(bytes));
      Content behind = new Region(Content.of(bytes), 0, size);
      Content parts =
          Content.joined(
              List.of(kept.region(0, 30), Content.of(new byte[0]), kept.region(30, size - 30L)));
      for (Content content : List.of(kept, behind, parts)) {
        assertThat(content.region(20, 40).all()).isEqualTo(Arrays.copyOfRange(bytes, 20, 60));
        assertThat(content.region(20, 40).region(5, 20).all())
            .isEqualTo(Arrays.copyOfRange(bytes, 25, 45));
        assertThat(content.region(size, 0).all()).isEmpty();
        assertThat(content.region(size - 1L, 1).all()).containsExactly(bytes[size - 1]);
        assertThatThrownBy(() -> content.region(size, 1))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> content.region(-1, 1))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  @Test
  void isJoinedWithoutLosingAByte() throws Exception {
    byte[] bytes = some(LARGE);
    try (Scratch scratch = Scratch.in(folder)) {
      Content kept = scratch.keep(new ByteArrayInputStream(bytes));
      Content joined = Content.joined(List.of(Content.of(new byte[] {1, 2}), kept));

      assertThat(joined.size()).isEqualTo(LARGE + 2L);
      assertThat(joined.region(2, LARGE).all()).isEqualTo(bytes);
      assertThat(oneByOne(joined.region(0, 3))).containsExactly(1, 2, bytes[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, LARGE})
  void staysWhatItWasWhenMoreIsGathered(int size) throws Exception {
    byte[] bytes = some(size);
    try (Scratch scratch = Scratch.in(folder)) {
      Spool spool = scratch.spool();
      spool.write(ByteBuffer.wrap(bytes));
      Content before = spool.content();
      spool.write(ByteBuffer.wrap(some(600)));

      assertThat(before.all()).isEqualTo(bytes);
      assertThat(spool.size()).isEqualTo(size + 600L);
      assertThat(spool.content().size()).isEqualTo(size + 600L);
    }
  }

  @Test
  void takesABufferAndLeavesItAsItWas() {
    ByteBuffer buffer = ByteBuffer.wrap(some(LARGE), 10, LARGE - 20);
    try (Scratch scratch = Scratch.in(folder)) {
      Spool spool = scratch.spool();
      spool.write(buffer);

      assertThat(buffer.remaining()).isEqualTo(LARGE - 20);
      assertThat(spool.content().all()).isEqualTo(Arrays.copyOfRange(some(LARGE), 10, LARGE - 10));
    }
  }

  @Test
  void goesAwayWithItsExchange() throws Exception {
    Content content;
    Scratch scratch = Scratch.in(folder);
    try (scratch) {
      content = scratch.keep(new ByteArrayInputStream(some(LARGE)));
      scratch.keep(new ByteArrayInputStream(some(LARGE)));
      assertThat(files()).isEqualTo(2);
    }

    assertThat(files()).isZero();
    assertThatThrownBy(content::open).isInstanceOf(IOException.class);
    assertThatThrownBy(scratch::spool).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void goesAwayAlsoWhenItsSourceFails() {
    InputStream failing =
        new FilterInputStream(new ByteArrayInputStream(some(LARGE))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count < 0) {
              throw new IOException("panne");
            }
            return count;
          }
        };
    try (Scratch scratch = Scratch.in(folder)) {
      assertThatThrownBy(() -> scratch.keep(failing)).hasMessage("panne");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void needsNoDirectoryToWaitInMemory() throws Exception {
    byte[] bytes = some(LARGE);
    try (Scratch scratch = Scratch.inMemory()) {
      assertThat(scratch.keep(new ByteArrayInputStream(bytes)).all()).isEqualTo(bytes);
    }
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  private static byte[] oneByOne(Content content) throws IOException {
    byte[] read = new byte[(int) content.size()];
    try (InputStream in = content.open()) {
      for (int i = 0; i < read.length; i++) {
        // The first and the last thousand are enough to see where one reads.
        if (i < 1_000 || i > read.length - 1_000) {
          read[i] = (byte) in.read();
        } else {
          int count = in.readNBytes(read, i, read.length - 999 - i);
          i += count - 1;
        }
      }
      assertThat(in.read()).isNegative();
    }
    return read;
  }

  private static byte[] some(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
