package fr.socle.documents.codes;

import java.util.List;
import java.util.Optional;

/**
 * The class of a type of document.
 *
 * @param type code of the type
 * @param classCode code of the class
 * @param source what says so
 */
record TypeClass(String type, String classCode, Source source) {

  /** What says that a type is of a class. */
  enum Source {
    /** The national table of association. */
    TABLE,
    /** Official packages, or the other types of a family. */
    SEEN
  }

  /** Reads a resource of this package: lines {@code type|class|table or vu}. */
  static List<TypeClass> read(String resource) {
    return CodeFile.cells(resource).stream()
        .map(
            cells ->
                new TypeClass(
                    cells[0],
                    cells[1],
                    switch (cells[2]) {
                      case "table" -> Source.TABLE;
                      case "vu" -> Source.SEEN;
                      default -> throw new IllegalStateException("no source: " + cells[2]);
                    }))
        .toList();
  }

  static Optional<String> find(List<TypeClass> classes, String type, Source source) {
    return classes.stream()
        .filter(each -> each.source == source && each.type.equals(type))
        .map(TypeClass::classCode)
        .findFirst();
  }
}
