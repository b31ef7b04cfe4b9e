package fr.socle.features.run;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.features.driver.Picture;
import fr.socle.features.model.ActionCall;
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

/**
 * Writes the raw traffic, a folder a scenario, two files an exchange, and beside it the pictures of
 * the screen that the driver offered.
 */
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

  /**
   * Writes the pictures of the screen beside the traffic.
   *
   * @param calls actions asked, in order
   * @param pictures pictures by rank of their call
   * @return the calls, each with the path of its picture if it has one
   */
  List<ActionCall> writePictures(
      String scenario, List<ActionCall> calls, Map<Integer, Picture> pictures) {
    String folder = FOLDER + "/" + slug(scenario);
    List<ActionCall> shown = new ArrayList<>();
    try {
      for (ActionCall call : calls) {
        Picture picture = pictures.get(shown.size());
        if (picture == null) {
          shown.add(call);
          continue;
        }
        Files.createDirectories(out.resolve(folder));
        String path =
            "%s/action-%02d-%s.%s"
                .formatted(folder, shown.size() + 1, slug(call.name()), picture.form().extension());
        Files.write(out.resolve(path), picture.bytes());
        shown.add(call.shownIn(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(shown);
  }

  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
