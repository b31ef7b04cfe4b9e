package fr.socle.documents.hl7;

import java.util.ArrayList;
import java.util.List;

/**
 * A value in components separated by {@code ^}, some of them in sub-components separated by {@code
 * &}. Read as it is: nothing is checked, what is absent is empty. Places are counted from 1, as the
 * standard does.
 *
 * @param components components in order
 */
public record Composite(List<String> components) {
  /** More than any of these values has; what follows stays in one piece. */
  private static final int MOST = 32;

  /** Copies the list. */
  public Composite {
    components = List.copyOf(components);
  }

  /** Reads a value. */
  public static Composite of(String text) {
    return new Composite(List.of(text.split("\\^", MOST)));
  }

  /** A component; empty when the value ends before it. */
  public String component(int place) {
    return place <= components.size() ? components.get(place - 1) : "";
  }

  /** A part of a component. */
  public String part(int place, int subPlace) {
    String[] parts = component(place).split("&", MOST);
    return subPlace <= parts.length ? parts[subPlace - 1] : "";
  }

  /**
   * The OID of an assigning authority written {@code &OID&ISO}; empty when it is not so written.
   */
  String authority(int place) {
    return part(place, 3).equals("ISO") ? part(place, 2) : "";
  }

  /** An assigning authority as a component. */
  static String authority(String oid) {
    return oid.isEmpty() ? "" : "&" + oid + "&ISO";
  }

  /** Writes components at their places, the others empty. */
  static String write(int length, Object... placesAndValues) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      written.add("");
    }
    for (int i = 0; i < placesAndValues.length; i += 2) {
      written.set((Integer) placesAndValues[i] - 1, (String) placesAndValues[i + 1]);
    }
    return String.join("^", written);
  }
}
