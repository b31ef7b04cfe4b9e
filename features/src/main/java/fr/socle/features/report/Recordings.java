package fr.socle.features.report;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.features.model.EvidenceFile;
import fr.socle.features.report.exchange.RecordedBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The raw traffic beside the report, and the spaces it was received in. */
final class Recordings {
  private final Path directory;
  private final List<SpaceDescriptor> spaces;

  Recordings(Path directory, List<SpaceDescriptor> spaces) {
    this.directory = directory.toAbsolutePath().normalize();
    this.spaces = List.copyOf(spaces);
  }

  /** Bytes of an exchange; absent when its files are not there. */
  Optional<RecordedBytes> read(EvidenceFile file) {
    Optional<byte[]> request = bytes(file.request());
    Optional<byte[]> response = bytes(file.response());
    if (request.isEmpty() && response.isEmpty()) {
      return Optional.empty();
    }
    byte[] none = {};
    return Optional.of(
        new RecordedBytes(request.orElse(none), response.orElse(none), file.truncated()));
  }

  /** The descriptor of a space, by name or identifier. */
  Optional<SpaceDescriptor> space(String nameOrId) {
    return spaces.stream()
        .filter(space -> space.name().equals(nameOrId) || space.id().equals(nameOrId))
        .findFirst();
  }

  private Optional<byte[]> bytes(String relative) {
    Path file = directory.resolve(relative).normalize();
    // A path of the model never leads out of the report's directory.
    if (relative.isEmpty() || !file.startsWith(directory) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Le fichier d'échange " + file + " ne se lit pas.", e);
    }
  }
}
