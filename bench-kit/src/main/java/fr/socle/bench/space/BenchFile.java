package fr.socle.bench.space;

import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code bench.json} of one space. The first space is also in the data directory itself, where a
 * person looks.
 *
 * @param directory data directory
 * @param spaceId the space
 */
record BenchFile(Path directory, String spaceId) {
  private static final String NAME = "bench.json";

  static BenchFile of(Ground ground, String spaceId) {
    return new BenchFile(ground.directory(), spaceId);
  }

  void write(SpaceDescriptor descriptor) {
    try {
      byte[] json =
          BenchJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(descriptor);
      Files.createDirectories(folder());
      Files.write(folder().resolve(NAME), json);
      if (!Files.exists(directory.resolve(NAME))) {
        Files.write(directory.resolve(NAME), json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "bench.json ne peut pas être écrit dans "
              + directory
              + " : vérifiez ses droits et l'espace disque.",
          e);
    }
  }

  /** Takes it away, so that nobody reads addresses where nobody answers. */
  void delete() {
    try {
      boolean first =
          Files.exists(directory.resolve(NAME))
              && Files.exists(folder().resolve(NAME))
              && Files.mismatch(directory.resolve(NAME), folder().resolve(NAME)) < 0;
      Files.deleteIfExists(folder().resolve(NAME));
      Files.deleteIfExists(folder());
      if (first) {
        Files.deleteIfExists(directory.resolve(NAME));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return directory.resolve("espaces").resolve(spaceId);
  }
}
