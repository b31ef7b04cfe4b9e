package fr.socle.mss.directory.protocol.files;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.mss.directory.service.Directory;
import fr.socle.mss.directory.service.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The extractions of the directory, in open access (mssante.md 3.3 (S)). They are written anew when
 * asked for, and dated by the last change of the directory: what did not change is byte for byte
 * the same.
 *
 * @param directory the directory
 */
public record ExtractionDoor(Directory directory) {
  /** What the paths begin with. */
  public static final String PATH = "/annuaire-sante-webservices/V300/services/extraction/";

  /** Name of the transaction. */
  public static final String TRANSACTION = "ANN extraction";

  private static final String CORRESPONDENCE = "Extraction_Correspondance_MSSante";
  private static final String OPEN_ACCESS = "PS_LibreAcces";
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT).withZone(PARIS);

  /** Answers a request whose path begins with {@link #PATH}. */
  public Served serve(IncomingRequest request) {
    String file = request.path().substring(PATH.length());
    if (!file.equals(CORRESPONDENCE) && !file.equals(OPEN_ACCESS)) {
      return refused(
          404,
          "extraction-inconnue",
          "Il y a les extractions " + CORRESPONDENCE + " et " + OPEN_ACCESS + ".",
          file);
    }
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return refused(405, "methode-refusee", "Les extractions se demandent par GET.", file);
    }
    Snapshot now = directory.published();
    Instant changed = now.changed();
    String stamp = STAMP.format(changed);
    Map<String, byte[]> files =
        file.equals(CORRESPONDENCE)
            ? Map.of(CORRESPONDENCE + "_" + stamp + ".txt", CorrespondenceFile.of(now))
            : OpenAccessFiles.of(now, stamp);
    Headers headers =
        Headers.none()
            .with("Content-Type", "application/zip")
            .with("Content-Disposition", "attachment; filename=\"" + file + "_" + stamp + ".zip\"")
            .with(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    ZonedDateTime.ofInstant(changed, ZoneOffset.UTC)));
    return new Served(
        new Answer(200, headers, zip(files, changed)),
        TRANSACTION,
        null,
        Map.of("extraction", file, "fichiers", files.keySet().stream().sorted().toList()),
        null);
  }

  private static byte[] zip(Map<String, byte[]> files, Instant dated) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.ofInstant(dated, PARIS));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Served refused(int status, String code, String reason, String file) {
    return new Served(
        Answer.text(status, "text/plain; charset=utf-8", reason + "\n"),
        TRANSACTION,
        null,
        Map.of("extraction", file),
        new Refusal(code, reason));
  }
}
