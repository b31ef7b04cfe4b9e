package fr.socle.exigences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {
  private final CatalogueFile file = new CatalogueFile("essai.csv", "id|titre");

  private List<List<String>> read(String text) throws IOException {
    return file.read(new StringReader(text), cells -> cells);
  }

  @Test
  void skipsCommentsAndLeavesSeparatorsInTheLastCell() throws IOException {
    assertThat(read("# note\nid|titre\n\nA|un | deux\nB|\n"))
        .containsExactly(List.of("A", "un | deux"), List.of("B", ""));
  }

  @Test
  void namesTheLineThatLacksACell() {
    assertThatThrownBy(() -> read("id|titre\nA|un\nB\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("essai.csv, line 3: 2 cells expected");
  }

  @Test
  void refusesAFileWithOtherColumns() {
    assertThatThrownBy(() -> read("id|title\nA|un\n"))
        .hasMessage("essai.csv, line 1: columns must be id|titre");
  }

  @Test
  void namesTheLineWhoseRowIsInvalid() {
    assertThatThrownBy(
            () ->
                file.read(
                    new StringReader("id|titre\nA|un\n"),
                    cells -> RuleSource.valueOf(cells.get(0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("essai.csv, line 2: ");
  }
}
