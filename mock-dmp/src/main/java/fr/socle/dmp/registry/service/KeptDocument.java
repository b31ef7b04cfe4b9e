package fr.socle.dmp.registry.service;

import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.DocumentEntry;
import java.time.Instant;
import java.util.List;

/**
 * The last version of a document of a DMP.
 *
 * @param uuid identifier of this version of its metadata
 * @param lid identifier of all the versions
 * @param version number of this version
 * @param uniqueId identifier of the document
 * @param availability status
 * @param submitted when it came in
 * @param metadata metadata
 * @param key SHA-256 of its bytes, hexadecimal
 * @param size how many bytes
 * @param seenBy who has it in his list
 */
public record KeptDocument(
    String uuid,
    String lid,
    int version,
    String uniqueId,
    Availability availability,
    Instant submitted,
    DocumentEntry metadata,
    String key,
    long size,
    List<Eye> seenBy) {
  /** Copies the list. */
  public KeptDocument {
    seenBy = List.copyOf(seenBy);
  }

  /** What it is hidden from: dmp.md 3.4. */
  public List<String> hiddenFrom() {
    return metadata.confidentialityCode().stream()
        .map(Coded::code)
        .filter(StoredEntry::isVisibility)
        .toList();
  }
}
