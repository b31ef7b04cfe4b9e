package fr.socle.dmp.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** dmp.md 5.3, 8 row 8: the table is a placeholder that can be replaced. */
class HabilitationsTest {
  @Test
  void thatOfSocleOpensEverything() {
    assertThat(Habilitations.read("").mayRead("60", "11488-4")).isTrue();
    assertThat(Habilitations.read("").mayRead("", "REMB")).isTrue();
  }

  @Test
  void theMostPreciseRowTells(@TempDir Path folder) throws Exception {
    Path table = folder.resolve("table.csv");
    Files.writeString(table, "profession;type;droit\n*;*;-\n*;11488-4;Y\n70;*;-\n70;11502-2;Y\n");
    Habilitations read = Habilitations.read(table.toString());

    assertThat(read.mayRead("10", "11502-2")).isFalse();
    assertThat(read.mayRead("10", "11488-4")).isTrue();
    assertThat(read.mayRead("70", "11488-4")).isFalse();
    assertThat(read.mayRead("70", "11502-2")).isTrue();
  }

  @Test
  void theProfessionCountsBeforeTheTypeAndWhatNoRowSaysIsOpen(@TempDir Path folder)
      throws Exception {
    Path table = folder.resolve("table.csv");
    Files.writeString(table, "# essai\n\n10;*;Y\n*;REMB;-\n");
    Habilitations read = Habilitations.read(table.toString());

    assertThat(read.mayRead("10", "REMB")).isTrue();
    assertThat(read.mayRead("60", "REMB")).isFalse();
    assertThat(read.mayRead("", "REMB")).isFalse();
    assertThat(read.mayRead("60", "11488-4")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10;REMB", "10;REMB;oui", "10;REMB;Y;Y", "10;REMB;"})
  void aRowOfAnotherFormIsRefusedByItsNumber(String row, @TempDir Path folder) throws Exception {
    Path table = folder.resolve("table.csv");
    Files.writeString(table, "profession;type;droit\n*;*;Y\n" + row + "\n");

    assertThatThrownBy(() -> Habilitations.read(table.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(table.toString())
        .hasMessageContaining("3e");
  }

  @Test
  void aTableThatIsNotThereIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> Habilitations.read(folder.resolve("absente.csv").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dmp.habilitations=");
  }

  @Test
  void aFileThatIsNoTableIsRefusedWithoutBeingTold(@TempDir Path folder) throws Exception {
    Path other = folder.resolve("autre.txt");
    Files.writeString(other, "motdepasse=sesame\n");

    assertThatThrownBy(() -> Habilitations.read(other.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1e")
        .hasMessageNotContaining("sesame");
  }
}
