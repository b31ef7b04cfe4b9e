package fr.socle.bench.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowContentTest {
  private final List<Integer> asked = new ArrayList<>();
  private final Content content = new RowContent(7, this::row);

  private byte[] row(int rank) throws IOException {
    asked.add(rank);
    return switch (rank) {
      case 0 -> "abc".getBytes(UTF_8);
      case 1 -> "def".getBytes(UTF_8);
      case 2 -> "g".getBytes(UTF_8);
      default -> throw new IOException("no row " + rank);
    };
  }

  @Test
  void isReadAcrossItsRowsAsOftenAsWanted() {
    assertThat(content.all()).asString(UTF_8).isEqualTo("abcdefg");
    assertThat(content.region(2, 3).all()).asString(UTF_8).isEqualTo("cde");
  }

  @Test
  void asksForNoRowBeforeItIsRead() throws Exception {
    try (InputStream in = content.open()) {
      assertThat(in.readNBytes(3)).asString(UTF_8).isEqualTo("abc");
      assertThat(asked).containsExactly(0);
      assertThat(in.read()).isEqualTo('d');
      assertThat(asked).containsExactly(0, 1);
    }
  }

  @Test
  void aRowThatIsGoneIsAnErrorNotAnEnd() {
    Content cut = new RowContent(8, this::row);

    assertThatThrownBy(
            () -> {
              try (InputStream in = cut.open()) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("no row 3");
  }
}
