package fr.socle.features.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportSchemaTest {
  private final JsonMapper json = BenchJson.mapper();

  @Test
  void isThePublishedOne() throws IOException {
    JsonNode wanted = new ReportSchema().ofReport();
    Path file = Path.of("target", "report-schema.json");
    Files.writeString(
        file, json.writerWithDefaultPrettyPrinter().writeValueAsString(wanted) + "\n");

    JsonNode published = json.readTree(Path.of("..", "docs", "report-schema.json").toFile());

    assertThat(published)
        .as("the form of report.json changed: say so in CHANGELOG.md and copy %s", file)
        .isEqualTo(wanted);
  }
}
