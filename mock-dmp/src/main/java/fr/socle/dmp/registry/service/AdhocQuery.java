package fr.socle.dmp.registry.service;

import fr.socle.documents.xds.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored query as asked: dmp.md 1.10 (S:MSG, DEH, DRIM, KIT).
 *
 * @param id identifier of the stored query
 * @param references whether only identifiers are wanted ({@code ObjectRef})
 * @param slots parameters as written
 */
public record AdhocQuery(String id, boolean references, List<Slot> slots) {
  // A quote inside a value is doubled. Possessive: a long value is no deep recursion.
  private static final Pattern QUOTED = Pattern.compile("'([^']*+(?:''[^']*+)*+)'");

  /** Copies the list. */
  public AdhocQuery {
    slots = List.copyOf(slots);
  }

  /** The stored queries: dmp.md 1.10. */
  public enum Kind {
    /** Documents of a patient. */
    FIND_DOCUMENTS("14d4debf-8f97-4251-9a74-a90016b0af0d"),
    /** Submission sets of a patient. */
    FIND_SUBMISSION_SETS("f26abbcb-ac74-4422-8a30-edb644bbc1a9"),
    /** Documents by identifier. */
    GET_DOCUMENTS("5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4"),
    /** Links of objects. */
    GET_ASSOCIATIONS("a7ae438b-4bc2-4642-93e9-be891f7bb155"),
    /** Documents and their links (K). */
    GET_DOCUMENTS_AND_ASSOCIATIONS("bab9529a-4a10-40b3-a01f-f68a615d247a"),
    /** Documents of an order or a study. */
    FIND_BY_REFERENCE_ID("12941a89-e02e-4be5-967c-ce4bfc8fe492");

    private final String urn;

    Kind(String uuid) {
      this.urn = "urn:uuid:" + uuid;
    }

    /** Its identifier on the wire. */
    public String urn() {
      return urn;
    }
  }

  /** The stored query it is. */
  public Optional<Kind> kind() {
    for (Kind each : Kind.values()) {
      if (each.urn.equalsIgnoreCase(id.strip())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether it only asks for the present identifier of a document, by its uniqueId: TD3.1b (dmp.md
   * 1.10 (S:DEVBOX, 526)).
   */
  public boolean byReference() {
    return references
        && kind().filter(Kind.GET_DOCUMENTS::equals).isPresent()
        && values("$XDSDocumentEntryEntryUUID").isEmpty();
  }

  /** Every value of a parameter, whatever the slots it is in. */
  public List<String> values(String parameter) {
    return alternatives(parameter).stream().flatMap(List::stream).toList();
  }

  /** The first value of a parameter. */
  public Optional<String> value(String parameter) {
    return values(parameter).stream().findFirst();
  }

  /** The values of a parameter, a list for each slot: one of each list must be met. */
  public List<List<String>> alternatives(String parameter) {
    return slots.stream()
        .filter(slot -> slot.name().equals(parameter))
        .map(slot -> slot.values().stream().flatMap(text -> unquoted(text).stream()).toList())
        .toList();
  }

  /** {@code 'a'}, {@code ('a','b')}, digits. */
  private static List<String> unquoted(String text) {
    List<String> values = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      values.add(quoted.group(1).replace("''", "'"));
    }
    String bare = text.strip().replaceAll("^\\(|\\)$", "").strip();
    return values.isEmpty() && !bare.isEmpty() ? List.of(bare) : values;
  }
}
