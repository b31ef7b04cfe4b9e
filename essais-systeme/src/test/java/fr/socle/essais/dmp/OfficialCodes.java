package fr.socle.essais.dmp;

import fr.socle.essais.OfficialData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;

/**
 * Class and format of the published packages, which no header tells (cda.md 2.6).
 *
 * @param rows one for each distinct combination
 */
record OfficialCodes(List<Row> rows) {

  /** Codes of one package. */
  record Row(
      String example,
      String level,
      String type,
      String classCode,
      String format,
      String formatScheme) {}

  static OfficialCodes read() throws IOException {
    return new OfficialCodes(
        Files.readAllLines(OfficialData.folder("cda").resolve("xdm-metadata-codes.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(cell -> new Row(cell[0], cell[1], cell[2], cell[4], cell[6], cell[7]))
            .toList());
  }

  /** Those of the package that is most like a document, by type, level of body and name. */
  Row of(String name, String level, String type) {
    return rows.stream()
        .filter(row -> row.level().equals(level) && row.type().equals(type))
        .max(Comparator.comparingInt(row -> likeness(row.example(), name)))
        .orElseThrow(() -> new IllegalArgumentException("no package is like " + name));
  }

  private static int likeness(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }
}
