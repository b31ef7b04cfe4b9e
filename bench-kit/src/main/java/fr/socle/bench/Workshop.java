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
      Workshop workshop =
          dataDir == null
              ? new Workshop(Files.createTempDirectory("socle"), true)
              : new Workshop(Files.createDirectories(dataDir), false);
      // What a bench that was killed left there belongs to nobody.
      delete(workshop.directory.resolve("espaces"));
      Files.deleteIfExists(workshop.directory.resolve("bench.json"));
      delete(workshop.spools());
      Files.createDirectories(workshop.spools());
      return workshop;
    } catch (IOException e) {
      throw new BenchStartException(
          "Le dossier de données "
              + dataDir
              + " ne peut pas être créé : vérifiez ses droits et l'espace disque.",
          e);
    }
  }

  /** Where large bodies wait. */
  Path spools() {
    return directory.resolve("attente");
  }

  @Override
  public void close() {
    try {
      delete(temporary ? directory : spools());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
