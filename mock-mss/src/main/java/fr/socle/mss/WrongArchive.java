package fr.socle.mss;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Spoils an archive of documents in one way (mssante.md 5, line 20). */
final class WrongArchive {
  /** The ways. */
  static final List<String> FAULTS =
      List.of(
          "tronquee",
          "sans-metadata",
          "hash",
          "taille",
          "uri",
          "chemin",
          "minuscules",
          "prefixes",
          "racine",
          "bombe");

  private static final String METADATA = "IHE_XDM/SUBSET01/METADATA.XML";
  private static final int BOMB = 200 * 1024 * 1024;

  private WrongArchive() {}

  static byte[] of(byte[] archive, String fault) {
    if (fault.equals("tronquee")) {
      return Arrays.copyOf(archive, archive.length / 2);
    }
    Map<String, byte[]> files = unzip(archive);
    switch (fault) {
      case "sans-metadata" -> files.remove(METADATA);
      case "hash" ->
          metadata(files, each -> each.replaceAll("\\b[0-9A-Fa-f]{40}\\b", "0".repeat(40)));
      case "taille" ->
          metadata(
              files, each -> each.replaceAll("(name=\"size\"(?s:.{0,200}?)Value>)\\d+<", "$11<"));
      case "uri" -> metadata(files, each -> each.replaceAll("DOC(\\d{4})\\.", "ABS$1."));
      case "racine" -> metadata(files, each -> each.replace("SubmitObjectsRequest", "AutreRacine"));
      case "prefixes" -> metadata(files, WrongArchive::renamed);
      case "chemin" -> files.put("../../DOC0002.XML", "<x/>".getBytes(StandardCharsets.US_ASCII));
      case "minuscules" -> {
        Map<String, byte[]> small = new LinkedHashMap<>();
        files.forEach((name, bytes) -> small.put(name.toLowerCase(Locale.ROOT), bytes));
        return zip(small, 0);
      }
      case "bombe" -> {
        return zip(files, BOMB);
      }
      default -> throw new IllegalArgumentException(fault);
    }
    return zip(files, 0);
  }

  /** Other prefixes for the same namespaces: the same document (Namespaces in XML 1.0). */
  private static String renamed(String xml) {
    return xml.replaceAll("(</?|xmlns:)(?!xml[:=])(\\w+)(?=[:=])", "$1autre-$2");
  }

  private static void metadata(Map<String, byte[]> files, UnaryOperator<String> change) {
    byte[] bytes = files.getOrDefault(METADATA, new byte[0]);
    files.put(
        METADATA,
        change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> unzip(byte[] archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        files.put(each.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return files;
  }

  /**
   * Zips files.
   *
   * @param zeros length of one more file that only holds zeros, 0 for none
   */
  private static byte[] zip(Map<String, byte[]> files, int zeros) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
      if (zeros > 0) {
        zip.putNextEntry(new ZipEntry("IHE_XDM/SUBSET01/DOC0099.XML"));
        byte[] block = new byte[64 * 1024];
        for (int left = zeros; left > 0; left -= block.length) {
          zip.write(block);
        }
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
