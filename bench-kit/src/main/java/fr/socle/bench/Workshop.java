package fr.socle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory a bench writes in: the data directory, or a temporary one that goes with the bench.
 *
 * @param directory where
 * @param temporary whether it is deleted at the end
 */
record Workshop(Path directory, boolean temporary) implements AutoCloseable {

  static Workshop of(@Nullable Path dataDir) {
    try {
      return dataDir == null
          ? new Workshop(Files.createTempDirectory("socle"), true)
          : new Workshop(Files.createDirectories(dataDir), false);
    } catch (IOException e) {
      throw new BenchStartException(
          "Le dossier de données "
              + dataDir
              + " ne peut pas être créé : vérifiez ses droits et l'espace disque.",
          e);
    }
  }

  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
