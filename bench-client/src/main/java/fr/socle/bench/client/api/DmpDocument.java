package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;

/**
 * A document of a DMP: the last version of what is known of it.
 *
 * @param uniqueId identifier of the document
 * @param entryUuid identifier of the last version of its metadata
 * @param logicalId identifier of all the versions of its metadata
 * @param version number of the last version, from 1
 * @param status {@code approuve}, {@code obsolete}, {@code archive} or {@code supprime}
 * @param type code of the type
 * @param documentClass code of the class
 * @param format code of the format
 * @param mimeType media type
 * @param title title
 * @param authors identifiers of the authors: PS_IdNat, or INS of the patient
 * @param created {@code creationTime}, as written
 * @param submitted when it came in
 * @param visibility what it is hidden from
 * @param size how many bytes it has
 * @param sha256 hexadecimal SHA-256 of its bytes
 * @param signature whether it is the document that signs a submission
 * @param seenBy who has it in his list: {@code patient}, {@code representant-legal}, {@code
 *     medecin-traitant}, {@code medecin}, {@code medecin-du-travail}, {@code autre-professionnel},
 *     {@code employe}, {@code structure}; professionals are authorised and no author of it
 */
public record DmpDocument(
    String uniqueId,
    String entryUuid,
    String logicalId,
    int version,
    String status,
    String type,
    String documentClass,
    String format,
    String mimeType,
    String title,
    List<String> authors,
    String created,
    Instant submitted,
    List<String> visibility,
    long size,
    String sha256,
    boolean signature,
    List<String> seenBy) {
  /** Copies the lists. */
  public DmpDocument {
    authors = List.copyOf(authors);
    visibility = List.copyOf(visibility);
    seenBy = List.copyOf(seenBy);
  }
}
