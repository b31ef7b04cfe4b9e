package fr.socle.features.run;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.features.model.EvidenceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the raw traffic: a folder a scenario, two files an exchange. */
final class Evidence {
  private static final String FOLDER = "exchanges";

  private final Path out;

  /** Evidence under the directory of a report. */
  Evidence(Path out) {
    this.out = out;
  }

  /**
   * Writes the bytes of exchanges.
   *
   * @param scenario identifier of the scenario, or {@code hors-scenario}
   * @param exchanges exchanges in order
   * @param raw their bytes; an exchange without bytes is left out
   */
  List<EvidenceFile> write(String scenario, List<Exchange> exchanges, Map<Long, RawExchange> raw) {
    String folder = FOLDER + "/" + slug(scenario);
    List<EvidenceFile> files = new ArrayList<>();
    try {
      int number = 0;
      for (Exchange exchange : exchanges) {
        number++;
        RawExchange bytes = raw.get(exchange.sequence());
        if (bytes == null) {
          continue;
        }
        Files.createDirectories(out.resolve(folder));
        String stem = "%s/%03d-%s-".formatted(folder, number, slug(exchange.service()));
        EvidenceFile file =
            new EvidenceFile(
                exchange.sequence(),
                stem + "request.http",
                stem + "response.http",
                bytes.truncated());
        Files.write(out.resolve(file.request()), bytes.request());
        Files.write(out.resolve(file.response()), bytes.response());
        files.add(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
