package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.vihf.Professional;
import java.time.Instant;
import java.util.List;

/**
 * A document as metadata describe it (dmp.md 3.2).
 *
 * @param symbol symbolic id in a message
 * @param uniqueId id of the document
 * @param authors who made it, at least one
 * @param responsible who answers for it
 * @param start when the act took place
 * @param references {@code referenceIdList}
 * @param bytes the document itself
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Entry(
    String symbol,
    String uniqueId,
    DocumentTypes.Type type,
    Code format,
    String title,
    List<Author> authors,
    Professional responsible,
    Instant created,
    Instant start,
    Visibility visibility,
    List<String> references,
    byte[] bytes) {

  public Entry {
    authors = List.copyOf(authors);
    references = List.copyOf(references);
  }

  /** The same document under another identifier. */
  Entry renumbered() {
    return new Entry(
        symbol,
        uniqueId + ".2",
        type,
        format,
        title,
        authors,
        responsible,
        created,
        start,
        visibility,
        references,
        bytes);
  }
}
