package fr.socle.documents.datamatrix;

import java.util.Optional;
import java.util.stream.Stream;

/** The blocks of the data matrix: identifier, content and length (insi.md 9 (S:6, S:15)). */
public enum Block {
  /** Matricule and key. */
  MATRICULE("S1", "matricule et clé", 15, 15),
  /** OID of the authority. */
  OID("S2", "OID", 19, 20),
  /** Birth first names in order, separated by spaces. */
  FIRST_NAMES("S3", "prénoms de naissance", 1, 100),
  /** Birth name. */
  BIRTH_NAME("S4", "nom de naissance", 1, 100),
  /** Sex, {@code F} or {@code M}. */
  SEX("S5", "sexe", 1, 1),
  /** Birth date, {@code DD-MM-YYYY}. */
  BIRTH_DATE("S6", "date de naissance", 10, 10),
  /** COG code of the birth place; the only block that may be left out. */
  BIRTH_PLACE("S7", "code du lieu de naissance", 5, 5);

  private final String id;
  private final String label;
  private final int min;
  private final int max;

  Block(String id, String label, int min, int max) {
    this.id = id;
    this.label = label;
    this.min = min;
    this.max = max;
  }

  /** The two characters before the value. */
  public String id() {
    return id;
  }

  /** What the block holds, in French, with its identifier. */
  public String label() {
    return label + " (" + id + ")";
  }

  /** Whether a data matrix may be without it. */
  public boolean isOptional() {
    return this == BIRTH_PLACE;
  }

  /** The most characters its value has. */
  int max() {
    return max;
  }

  /** Whether every value has the same length: no separator then follows. */
  boolean isFixed() {
    return min == max;
  }

  boolean allowsLength(int length) {
    return length >= min && length <= max;
  }

  /** The lengths allowed, in French. */
  String lengths() {
    return isFixed() ? max + " caractères" : min + " à " + max + " caractères";
  }

  /**
   * Whether a character can stand in the value: what cannot ends it, even without separator. Names
   * have no digit, an OID has digits and dots only.
   */
  boolean holds(char c) {
    return switch (this) {
      case OID -> (c >= '0' && c <= '9') || c == '.';
      case FIRST_NAMES, BIRTH_NAME -> c < '0' || c > '9';
      default -> true;
    };
  }

  static Optional<Block> byId(String id) {
    return Stream.of(values()).filter(block -> block.id.equals(id)).findFirst();
  }
}
