package fr.socle.documents.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the project's own form of a value set: a line {@code jeu|name|OID|revision}, then for each
 * scheme a line {@code =OID} followed by its codes, {@code code|label}. Lines that begin with a
 * hash are comments.
 */
final class CodeFile {
  private CodeFile() {}

  /** Reads a resource of this package. */
  static ValueSet read(String resource) {
    String[] head = {};
    String scheme = "";
    List<Coded> codes = new ArrayList<>();
    for (String[] cells : cells(resource)) {
      if (cells[0].equals("jeu")) {
        head = cells;
      } else if (cells[0].startsWith("=")) {
        scheme = cells[0].substring(1);
      } else {
        codes.add(new Coded(cells[0], scheme, cells.length > 1 ? cells[1] : ""));
      }
    }
    if (head.length != 4 || scheme.isEmpty()) {
      throw new IllegalStateException("not a table of codes: " + resource);
    }
    return new ValueSet(head[1], head[2], head[3], codes);
  }

  /** The lines of a resource of this package in cells, comments and empty lines left out. */
  static List<String[]> cells(String resource) {
    try (InputStream in = CodeFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no table " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
