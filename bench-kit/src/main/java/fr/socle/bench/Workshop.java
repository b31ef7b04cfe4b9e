package fr.socle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory a bench writes in: the data directory, or a temporary one that goes with the bench.
 * One bench at a time: the journal has one writer.
 *
 * @param directory where
 * @param temporary whether it is deleted at the end
 * @param held what keeps other benches out, processes too
 */
record Workshop(Path directory, boolean temporary, FileChannel held) implements AutoCloseable {

  static Workshop of(@Nullable Path dataDir) {
    try {
      Path directory =
          dataDir == null ? Files.createTempDirectory("socle") : Files.createDirectories(dataDir);
      Workshop workshop = new Workshop(directory, dataDir == null, hold(directory));
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

  private static FileChannel hold(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      channel.close();
      throw new BenchStartException(
          "Le dossier de données "
              + directory
              + " est déjà ouvert par un autre banc : arrêtez-le, ou prenez un autre dossier.",
          null);
    }
    return channel;
  }

  /** Where large bodies wait. */
  Path spools() {
    return directory.resolve("attente");
  }

  @Override
  public void close() {
    try (held) {
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
