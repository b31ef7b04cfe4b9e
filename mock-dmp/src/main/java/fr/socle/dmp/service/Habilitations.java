package fr.socle.dmp.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which profession may read which type of document: the other matrix of dmp.md 5.3, whose content
 * is not published; the one of Socle is a placeholder that opens everything (A). Immutable.
 */
public final class Habilitations {
  private static final String ANY = "*";
  private static final String HEADER = "profession;type;droit";

  private final Map<String, Boolean> cells;

  private Habilitations(Map<String, Boolean> cells) {
    this.cells = Map.copyOf(cells);
  }

  /**
   * A table.
   *
   * @param file where it is; empty for that of Socle
   * @throws IllegalArgumentException in French, when there is none there
   */
  static Habilitations read(String file) {
    if (file.isEmpty()) {
      return of(RightsMatrix.lines("habilitations.csv"), "habilitations.csv");
    }
    try {
      return of(
          Files.readAllLines(Path.of(file)).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList(),
          file);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "La table dmp.habilitations=" + file + " ne se lit pas : donnez le chemin d'un fichier.",
          e);
    }
  }

  private static Habilitations of(List<String> lines, String file) {
    Map<String, Boolean> cells = new HashMap<>();
    for (String line : lines) {
      String[] words = line.strip().split(";", -1);
      if (line.strip().equals(HEADER)) {
        continue;
      }
      if (words.length != 3 || !List.of("Y", "-").contains(words[2])) {
        throw new IllegalArgumentException(
            "La table "
                + file
                + " a une ligne qui n'est pas "
                + HEADER
                + ", le droit étant Y ou - : la "
                + (lines.indexOf(line) + 1)
                + "e, commentaires non comptés.");
      }
      cells.put(key(words[0], words[1]), words[2].equals("Y"));
    }
    return new Habilitations(cells);
  }

  private static String key(String profession, String type) {
    return profession + ";" + type;
  }

  /**
   * Whether a profession may read a type of document; what no row says is open.
   *
   * @param profession code of G15
   * @param type code of the type
   */
  public boolean mayRead(String profession, String type) {
    for (String key :
        List.of(key(profession, type), key(profession, ANY), key(ANY, type), key(ANY, ANY))) {
      Boolean said = cells.get(key);
      if (said != null) {
        return said;
      }
    }
    return true;
  }
}
