package fr.socle.lps.mutant;

import org.jspecify.annotations.Nullable;

/** The defect this instance of the LPS has: none, or one mutant's. Asked where the code bends. */
public record Defects(@Nullable Mutant mutant) {

  public static Defects none() {
    return new Defects(null);
  }

  public static Defects of(Mutant mutant) {
    return new Defects(mutant);
  }

  public boolean has(Mutant asked) {
    return mutant == asked;
  }
}
