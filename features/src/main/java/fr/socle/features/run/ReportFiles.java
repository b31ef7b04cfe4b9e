package fr.socle.features.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import fr.socle.features.model.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes what a run says into the directory of its report. */
final class ReportFiles {
  private final Path out;
  private final JsonMapper json =
      BenchJson.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  ReportFiles(Path out) {
    this.out = out;
  }

  void write(RunReport report) {
    try {
      json.writeValue(out.resolve("report.json").toFile(), report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
