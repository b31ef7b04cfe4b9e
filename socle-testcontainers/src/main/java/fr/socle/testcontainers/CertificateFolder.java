package fr.socle.testcontainers;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The certificates and keys of a container, in a folder of this machine that only we may read. */
final class CertificateFolder implements AutoCloseable {
  private final String there;
  private final Path here;

  private CertificateFolder(String there, Path here) {
    this.there = there;
    this.here = here;
  }

  /**
   * Copies a folder of a container.
   *
   * @param there its path in the container
   * @param archive tar of it, whose entries begin with its last name
   */
  static CertificateFolder copy(String there, InputStream archive) {
    try {
      // Readable by its owner alone.
      Path here = Files.createTempDirectory("socle-conteneur-");
      try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          if (entry.isFile()) {
            write(tar, target(here, entry.getName()));
          }
        }
      }
      return new CertificateFolder(there, here);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Les certificats du banc ne peuvent pas être copiés dans le dossier temporaire de cette"
              + " machine : vérifiez sa place et ses droits.",
          e);
    }
  }

  private static Path target(Path folder, String name) throws IOException {
    Path file = folder.resolve(name.substring(name.indexOf('/') + 1)).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("an entry leaves the folder: " + name);
    }
    return file;
  }

  private static void write(InputStream bytes, Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    long unused = Files.copy(bytes, file);
    PosixFileAttributeView owner = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (owner != null) {
      owner.setPermissions(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
  }

  /** A description of a space, its files where they are on this machine. */
  SpaceDescriptor localized(SpaceDescriptor space) {
    return new SpaceDescriptor(
        space.version(),
        space.id(),
        space.name(),
        space.seed(),
        space.insOid(),
        space.urls(),
        local(space.caFile()),
        space.keyStores().stream().map(this::localized).toList(),
        space.clients(),
        space.lps(),
        space.settings());
  }

  private KeyStoreDescription localized(KeyStoreDescription keys) {
    return new KeyStoreDescription(
        keys.name(),
        keys.subject(),
        local(keys.pem()),
        local(keys.key()),
        local(keys.pkcs12()),
        local(keys.pkcs12Legacy()),
        keys.password());
  }

  private String local(String path) {
    return path.startsWith(there + "/")
        ? here.resolve(path.substring(there.length() + 1)).toString()
        : path;
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(here)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Le dossier " + here + " ne peut pas être effacé.", e);
    }
  }
}
