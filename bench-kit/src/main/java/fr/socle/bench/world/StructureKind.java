package fr.socle.bench.world;

import java.util.Arrays;

/** Kinds of places where professionals work. */
public enum StructureKind {
  /** A practice, known by a technical identifier. */
  PRACTICE("cabinet", "CABINET MEDICAL FICTIF"),
  /** An establishment, known by its FINESS numbers. */
  ESTABLISHMENT("etablissement", "HOPITAL FICTIF");

  private final String label;
  private final String fictitiousName;

  StructureKind(String label, String fictitiousName) {
    this.label = label;
    this.fictitiousName = fictitiousName;
  }

  /** Name for people: French. */
  public String label() {
    return label;
  }

  String fictitiousName() {
    return fictitiousName;
  }

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException in French, naming those there are
   */
  public static StructureKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Genre de structure « "
                        + name
                        + " » inconnu ; il y a : "
                        + String.join(
                            ", ", Arrays.stream(values()).map(StructureKind::label).toList())
                        + "."));
  }
}
