package fr.socle.app;

import fr.socle.lps.mutant.Mutant;
import java.util.List;
import java.util.stream.Stream;

/** The mutants of the reference LPS. */
final class Mutants {
  private Mutants() {}

  /** Their identifiers, in the order they are declared. */
  static List<String> ids() {
    return Stream.of(Mutant.values()).map(Mutant::id).toList();
  }
}
