package fr.socle.features.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.features.model.RunReport;
import fr.socle.features.report.HtmlReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Writes what a run says into the directory of its report. */
final class ReportFiles {
  private final Path out;
  private final JsonMapper json =
      BenchJson.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  ReportFiles(Path out) {
    this.out = out;
  }

  /**
   * Writes {@code report.json}, then {@code rapport.html}.
   *
   * @param report what the run says
   * @param spaces spaces of the run, whose key stores the page names in its commands
   */
  void write(RunReport report, List<SpaceDescriptor> spaces) {
    try {
      json.writeValue(out.resolve("report.json").toFile(), report);
      new HtmlReport().withSpaces(spaces).write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
