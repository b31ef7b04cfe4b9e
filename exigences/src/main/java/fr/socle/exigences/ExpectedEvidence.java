package fr.socle.exigences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an editor shows to whoever audits him, requirement by requirement, where a source says so
 * (resource {@code exigences/preuves.csv}). In our words; the published texts prevail.
 *
 * <p>Immutable, so safe for use by several threads.
 */
public final class ExpectedEvidence {
  private final Map<String, String> byRequirement;

  private ExpectedEvidence(Map<String, String> byRequirement) {
    this.byRequirement = byRequirement;
  }

  /**
   * Reads the pieces of this version of Socle.
   *
   * @throws IllegalStateException if the data file is broken or names a requirement twice
   */
  public static ExpectedEvidence load() {
    Map<String, String> pieces = new LinkedHashMap<>();
    new CatalogueFile("preuves.csv", "id|preuve").readResource(cells -> put(pieces, cells));
    return new ExpectedEvidence(pieces);
  }

  /** The piece for a requirement, one French phrase. */
  public Optional<String> of(String requirement) {
    return Optional.ofNullable(byRequirement.get(requirement));
  }

  /** Identifiers of the requirements a piece is known for, in the order of the file. */
  public List<String> requirements() {
    return List.copyOf(byRequirement.keySet());
  }

  private static String put(Map<String, String> pieces, List<String> cells) {
    if (cells.get(1).isBlank() || pieces.put(cells.get(0), cells.get(1)) != null) {
      throw new IllegalArgumentException(cells.get(0) + " has no piece, or two");
    }
    return cells.get(0);
  }
}
