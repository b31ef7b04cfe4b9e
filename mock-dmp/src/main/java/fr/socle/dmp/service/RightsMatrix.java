package fr.socle.dmp.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may do what: the matrices of dmp.md 5.3 (S:526; S:606 for AIR), read from {@code droits.csv}
 * and {@code droits-air.csv}. Immutable.
 */
public final class RightsMatrix {
  private final Map<Act, Map<String, Right>> rows;
  private final Map<Act, Map<String, Right>> air;

  private RightsMatrix(Map<Act, Map<String, Right>> rows, Map<Act, Map<String, Right>> air) {
    this.rows = rows;
    this.air = air;
  }

  /** The matrices of this version of Socle. */
  public static RightsMatrix standard() {
    return new RightsMatrix(read("droits.csv"), read("droits-air.csv"));
  }

  /**
   * The cell of an act.
   *
   * @param treating whether the caller is the treating doctor of the patient
   */
  public Right right(DmpCaller caller, boolean treating, Act act) {
    Map<Act, Map<String, Right>> matrix =
        caller.mode() == AuthenticationMode.INDIRECTE_RENFORCEE ? air : rows;
    Right right = matrix.getOrDefault(act, Map.of()).get(column(caller, treating));
    return right == null ? Right.NO : right;
  }

  private static String column(DmpCaller caller, boolean treating) {
    char mode =
        switch (caller.purpose()) {
          case NORMAL -> 'n';
          case CENTRE_15 -> 'r';
          case BRIS_DE_GLACE -> 'b';
        };
    return switch (caller.kind()) {
      case PROFESSIONAL -> "PS " + mode;
      // The matrix has no column for a treating doctor in regulation: there he is any doctor (A).
      case DOCTOR -> (treating && mode != 'r' ? "MT " : "D ") + mode;
      case OCCUPATIONAL_DOCTOR -> "DT";
      case EMPLOYEE -> "CPE " + mode;
      case STRUCTURE -> "IND " + mode;
    };
  }

  private static Map<Act, Map<String, Right>> read(String file) {
    List<String> lines = lines(file);
    List<String> columns = List.of(lines.get(0).split(";", -1));
    Map<Act, Map<String, Right>> rows = new EnumMap<>(Act.class);
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(";", -1));
      if (cells.size() != columns.size()) {
        throw new IllegalStateException(file + ": " + columns.size() + " cells expected: " + line);
      }
      Map<String, Right> row = new LinkedHashMap<>();
      for (int i = 1; i < cells.size(); i++) {
        row.put(columns.get(i), Right.of(cells.get(i)));
      }
      rows.put(Act.named(cells.get(0)), Map.copyOf(row));
    }
    return rows;
  }

  static List<String> lines(String file) {
    try (InputStream data = RightsMatrix.class.getResourceAsStream(file)) {
      if (data == null) {
        throw new IllegalStateException("no resource " + file);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(lines::add);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
