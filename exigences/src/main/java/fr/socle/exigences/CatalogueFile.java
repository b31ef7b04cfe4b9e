package fr.socle.exigences;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One data file of the catalogue: UTF-8, one row a line, cells separated by {@code |}, first row =
 * names of the columns, lines beginning with {@code #} are comments. The last cell may hold the
 * separator, so no quoting exists.
 */
final class CatalogueFile {
  private final String name;
  private final String header;

  /**
   * A file of the catalogue.
   *
   * @param name name for messages
   * @param header row of column names the file must begin with
   */
  CatalogueFile(String name, String header) {
    this.name = name;
    this.header = header;
  }

  /** Reads a resource of this package's {@code exigences} folder. */
  <T> List<T> readResource(Function<List<String>, T> row) {
    try (InputStream data = CatalogueFile.class.getResourceAsStream("/exigences/" + name)) {
      if (data == null) {
        throw new IllegalStateException("the catalogue has no file " + name);
      }
      return read(new InputStreamReader(data, StandardCharsets.UTF_8), row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads every row.
   *
   * @throws IllegalStateException with file and line, if the header or a row is not as agreed
   */
  <T> List<T> read(Reader data, Function<List<String>, T> row) throws IOException {
    int columns = header.split("\\|", -1).length;
    List<T> rows = new ArrayList<>();
    boolean headerSeen = false;
    int number = 0;
    BufferedReader lines = new BufferedReader(data);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!headerSeen) {
        if (!line.equals(header)) {
          throw new IllegalStateException(at(number) + "columns must be " + header);
        }
        headerSeen = true;
        continue;
      }
      List<String> cells = List.of(line.split("\\|", columns));
      if (cells.size() != columns) {
        throw new IllegalStateException(at(number) + columns + " cells expected");
      }
      try {
        rows.add(row.apply(cells));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(at(number) + e.getMessage(), e);
      }
    }
    return rows;
  }

  private String at(int line) {
    return name + ", line " + line + ": ";
  }
}
