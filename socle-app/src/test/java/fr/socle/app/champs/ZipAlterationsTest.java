package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.app.champs.ZipAlterations.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipAlterationsTest {
  private static final byte[] ZIP =
      ZipAlterations.write(
          List.of(
              new Entry("IHE_XDM/A.TXT", "un".getBytes(StandardCharsets.UTF_8)),
              new Entry("IHE_XDM/B.XML", "<b c='d'/>".getBytes(StandardCharsets.UTF_8))));

  private static byte[] altered(String label) {
    return ZipAlterations.of(ZIP).stream()
        .filter(each -> (each.place() + " " + each.gesture()).equals(label))
        .findFirst()
        .orElseThrow()
        .zip()
        .get();
  }

  private static List<String> names(byte[] zip) {
    return ZipAlterations.read(zip).stream().map(Entry::name).toList();
  }

  @Test
  void removesDoublesAndRenamesAnEntry() {
    assertThat(names(altered("IHE_XDM/A.TXT retiré"))).containsExactly("IHE_XDM/B.XML");
    assertThat(names(altered("IHE_XDM/A.TXT doublé")))
        .containsExactly("IHE_XDM/A.TXT", "IHE_XDM/B.XML", "IHE_XDM/A.TXT");
    assertThat(names(altered("IHE_XDM/A.TXT nommé ../IHE_XDM/A.TXT")))
        .containsExactly("../IHE_XDM/A.TXT", "IHE_XDM/B.XML");
  }

  @Test
  void altersTheDocumentsInside() {
    assertThat(ZipAlterations.of(ZIP).stream().filter(ZipAlterations.Altered::isOfDocument))
        .isNotEmpty()
        .allMatch(each -> each.place().startsWith("IHE_XDM/B.XML /"));
  }

  @Test
  void saysThatAnEntryIsEncrypted(@TempDir Path folder) throws IOException {
    Path zip = Files.write(folder.resolve("a.zip"), altered("IHE_XDM/B.XML chiffré"));
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.size()).isEqualTo(2);
    } catch (ZipException e) {
      assertThat(e).hasMessageContaining("encrypted");
    }
  }

  @Test
  void crowdsAnArchive() {
    assertThat(names(altered("archive de trop d'entrées"))).hasSizeGreaterThan(1000);
  }
}
