package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.soap.Markup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A search: one stored query with its parameters (dmp.md 1.10). Not thread-safe. */
public final class StoredQuery {

  private final String id;
  private final boolean references;
  private final Map<String, String> slots = new LinkedHashMap<>();

  private StoredQuery(String id, boolean references) {
    this.id = id;
    this.references = references;
  }

  /** Documents of a patient. */
  public static StoredQuery documents(String patient, Collection<Status> statuses) {
    return new StoredQuery("14d4debf-8f97-4251-9a74-a90016b0af0d", false)
        .with("$XDSDocumentEntryPatientId", "'" + patient + "'")
        .with("$XDSDocumentEntryStatus", list(statuses.stream().map(Status::urn).toList()));
  }

  /** Documents of a patient that are linked to an order. */
  public static StoredQuery byReference(
      String patient, Collection<Status> statuses, String reference) {
    return new StoredQuery("12941a89-e02e-4be5-967c-ce4bfc8fe492", false)
        .with("$XDSDocumentEntryPatientId", "'" + patient + "'")
        .with("$XDSDocumentEntryStatus", list(statuses.stream().map(Status::urn).toList()))
        .anyOf("$XDSDocumentEntryReferenceIdList", List.of(reference));
  }

  /** Documents by id of document; only their present identifiers when by reference (TD3.1b). */
  public static StoredQuery document(Collection<String> uniqueIds, boolean byReference) {
    return new StoredQuery("5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4", byReference)
        .anyOf("$XDSDocumentEntryUniqueId", uniqueIds);
  }

  /** Documents by identifier of entry. */
  public static StoredQuery entries(Collection<String> uuids) {
    return new StoredQuery("5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4", false)
        .anyOf("$XDSDocumentEntryEntryUUID", uuids);
  }

  /** Links of entries. */
  public static StoredQuery associations(Collection<String> uuids) {
    return new StoredQuery("a7ae438b-4bc2-4642-93e9-be891f7bb155", false).anyOf("$uuid", uuids);
  }

  /** One of several values; nothing when there is none. */
  public StoredQuery anyOf(String slot, Collection<String> values) {
    return values.isEmpty() ? this : with(slot, list(values));
  }

  /** A date in digits. */
  public StoredQuery at(String slot, String digits) {
    return with(slot, digits);
  }

  private StoredQuery with(String slot, String value) {
    slots.put(slot, value);
    return this;
  }

  private static String list(Collection<String> values) {
    return values.stream()
        .map(value -> "'" + value.replace("'", "''") + "'")
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** The body of TD3.1. */
  public String write() {
    return write(true);
  }

  /**
   * The body of TD3.1.
   *
   * @param composed whether entries are asked for with all that describes them
   */
  public String write(boolean composed) {
    Markup xml =
        new Markup()
            .open(
                "query:AdhocQueryRequest",
                "xmlns:query",
                "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0",
                "xmlns:rim",
                EbXml.RIM)
            .empty(
                "query:ResponseOption",
                "returnComposedObjects",
                String.valueOf(composed),
                "returnType",
                references ? "ObjectRef" : "LeafClass")
            .open("rim:AdhocQuery", "id", "urn:uuid:" + id);
    EbXml ebxml = new EbXml(xml);
    slots.forEach((name, value) -> ebxml.slot(name, value));
    return xml.close("rim:AdhocQuery").close("query:AdhocQueryRequest").toString();
  }
}
