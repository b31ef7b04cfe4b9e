package fr.socle.dmp.service;

import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of patients of dmp.md 5.7 (S:DATA, shape only), read from {@code presets.csv} and
 * {@code presets-documents.csv}. Immutable.
 */
public final class Presets {
  // Columns of presets.csv.
  private static final int GIVEN = 8;
  private static final int REPRESENTATIVES = 9;
  private static final int USED_NAME = 10;

  private final Map<String, List<String>> rows;
  private final Map<String, List<PresetDocument>> documents;

  private Presets(Map<String, List<String>> rows, Map<String, List<PresetDocument>> documents) {
    this.rows = rows;
    this.documents = documents;
  }

  /** Those of this version of Socle. */
  public static Presets standard() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    List<String> lines = RightsMatrix.lines("presets.csv");
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(";", -1));
      rows.put(cells.get(0), cells);
    }
    Map<String, List<PresetDocument>> documents = new LinkedHashMap<>();
    List<String> described = RightsMatrix.lines("presets-documents.csv");
    for (String line : described.subList(1, described.size())) {
      List<String> cells = List.of(line.split(";", -1));
      documents
          .computeIfAbsent(cells.get(0), name -> new ArrayList<>())
          .add(PresetDocument.read(cells));
    }
    return new Presets(rows, documents);
  }

  /** The documents that are in the DMP of a preset. */
  public List<PresetDocument> documents(String name) {
    return List.copyOf(documents.getOrDefault(name, List.of()));
  }

  /** Their names. */
  public List<String> names() {
    return List.copyOf(rows.keySet());
  }

  /** What links the record of a preset and professionals of every space. */
  public List<Given> given(String name) {
    String cell = cell(name, GIVEN);
    return cell.isEmpty()
        ? List.of()
        : Arrays.stream(cell.split(" ", -1))
            .map(each -> each.split(":", -1))
            .map(
                words ->
                    new Given(
                        words[0], State.valueOf(words[1]), words[words.length - 1].equals("MT")))
            .toList();
  }

  /** Who represents the patient of a preset. */
  public List<Representative> representatives(String name) {
    String cell = cell(name, REPRESENTATIVES);
    return cell.isEmpty()
        ? List.of()
        : Arrays.stream(cell.split(" ", -1))
            .map(each -> each.split(":", -1))
            .map(words -> new Representative(words[0], words[1], words[2]))
            .toList();
  }

  private String cell(String name, int rank) {
    List<String> cells = rows.get(name);
    return cells == null ? "" : cells.get(rank);
  }

  /**
   * What a patient gave to somebody, or keeps from him.
   *
   * @param holder PS_IdNat of a professional of every space
   * @param state state
   * @param treating whether he is the treating doctor
   */
  public record Given(String holder, State state, boolean treating) {}

  /** The record of a preset. */
  public Optional<Dossier> dossier(String name, String ins, Instant now) {
    return Optional.ofNullable(rows.get(name))
        .map(
            cells -> {
              Status status = Status.valueOf(cells.get(1));
              return new Dossier(
                  ins,
                  status,
                  status == Status.FERME ? new Closure(cells.get(6), cells.get(7), now) : null,
                  cells.get(2).equals("oui"),
                  cells.get(2).equals("oui"),
                  cells.get(3).equals("oui"),
                  cells.get(4).equals("oui"),
                  cells.get(5).equals("oui"),
                  cells.get(USED_NAME),
                  List.of(),
                  null,
                  null);
            });
  }
}
