package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.RequirementCatalogue;
import fr.socle.features.run.SuiteIndex.IndexedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

class RuleSetHashTest {
  private final RequirementCatalogue catalogue = RequirementCatalogue.load();

  /** Within the current directory, as an editor's own scenarios are. */
  @TempDir(factory = InTarget.class)
  Path own;

  @Test
  void isTheSameWhereverTheEditorsFolderStands() throws IOException {
    Path file = Files.writeString(own.resolve("a.feature"), "un texte");
    Path here = Path.of("").toAbsolutePath();

    assertThat(hash(file.toAbsolutePath())).isEqualTo(hash(here.relativize(file.toAbsolutePath())));
  }

  @Test
  void changesWithTheTextAndWithTheNameOfAFile() throws IOException {
    Path file = Files.writeString(own.resolve("a.feature"), "un texte");
    Path other = Files.writeString(own.resolve("b.feature"), "un texte");
    String before = hash(file);

    assertThat(hash(other)).isNotEqualTo(before);
    Files.writeString(file, "un autre texte");
    assertThat(hash(file)).isNotEqualTo(before);
  }

  private String hash(Path file) {
    SuiteIndex suite =
        new SuiteIndex(List.of(new IndexedScenario("à moi", file.toString(), 3, List.of())));
    return RuleSetHash.of(catalogue, suite, "1").sha256();
  }

  private static final class InTarget implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hash");
    }
  }
}
