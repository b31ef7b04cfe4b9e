package fr.socle.documents.xds;

import java.util.List;

/**
 * A named list of values.
 *
 * @param name name, such as {@code creationTime}
 * @param values values in order
 */
public record Slot(String name, List<String> values) {
  /** Copies the list. */
  public Slot {
    values = List.copyOf(values);
  }

  /** A slot of these values. */
  public static Slot of(String name, String... values) {
    return new Slot(name, List.of(values));
  }

  /** Every value of the slots of a name. */
  static List<String> values(List<Slot> slots, String name) {
    return slots.stream()
        .filter(slot -> slot.name().equals(name))
        .flatMap(slot -> slot.values().stream())
        .toList();
  }
}
