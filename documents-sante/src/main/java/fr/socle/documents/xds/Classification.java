package fr.socle.documents.xds;

import fr.socle.documents.codes.Coded;
import java.util.List;

/**
 * A classification of an object: a code of some scheme, an author, or what kind of package it is.
 *
 * @param scheme URN of what is classified: a {@link Scheme}; empty when {@code node} says it
 * @param node URN of the kind of package; empty otherwise
 * @param code code; empty for an author
 * @param label name of the code; empty without one
 * @param slots {@code codingScheme}, or the parts of an author
 */
public record Classification(
    String scheme, String node, String code, String label, List<Slot> slots) {
  private static final String CODING_SCHEME = "codingScheme";

  /** Copies the list. */
  public Classification {
    slots = List.copyOf(slots);
  }

  /** A code. */
  public static Classification of(Scheme scheme, Coded code) {
    return new Classification(
        scheme.urn(),
        "",
        code.code(),
        code.label(),
        List.of(Slot.of(CODING_SCHEME, code.scheme())));
  }

  /** An author. */
  public static Classification of(Scheme scheme, Author author) {
    return new Classification(scheme.urn(), "", "", "", author.slots());
  }

  /** The code, its scheme empty when the slot is absent. */
  public Coded coded() {
    List<String> schemes = Slot.values(slots, CODING_SCHEME);
    return new Coded(code, schemes.isEmpty() ? "" : schemes.get(0), label);
  }
}
