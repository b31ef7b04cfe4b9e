package fr.socle.features.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.features.model.EvidenceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
  @TempDir Path directory;

  @Test
  void neverReadsOutsideTheDirectoryOfTheReport() throws IOException {
    Path report = Files.createDirectory(directory.resolve("rapport"));
    Path secret = Files.writeString(directory.resolve("secret"), "secret");
    Recordings recordings = new Recordings(report, List.of());

    assertThat(recordings.read(new EvidenceFile(1, "../secret", "", false))).isEmpty();
    assertThat(recordings.read(new EvidenceFile(1, secret.toString(), "", false))).isEmpty();
  }

  @Test
  void givesTheSideThatWasKept() throws IOException {
    Files.writeString(directory.resolve("q"), "GET / HTTP/1.1");
    Recordings recordings = new Recordings(directory, List.of());

    assertThat(recordings.read(new EvidenceFile(1, "q", "absent", true)))
        .hasValueSatisfying(
            bytes -> {
              assertThat(bytes.request()).asString().isEqualTo("GET / HTTP/1.1");
              assertThat(bytes.response()).isEmpty();
              assertThat(bytes.truncated()).isTrue();
            });
  }
}
