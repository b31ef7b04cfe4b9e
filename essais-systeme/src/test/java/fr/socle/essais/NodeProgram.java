package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The programs of {@code src/test/node}, with the packages their lock file names. */
final class NodeProgram {
  private NodeProgram() {}

  /**
   * Copies them where nothing is committed and lets npm install what they need.
   *
   * @param folder where to
   */
  static void install(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (Stream<Path> sources =
        Files.list(Project.root().resolve("essais-systeme/src/test/node"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Files.copy(
            source,
            folder.resolve(source.getFileName().toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path log = folder.resolve("npm.log");
    Process npm =
        new ProcessBuilder(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(npm.waitFor()).as(Files.readString(log)).isZero();
  }
}
