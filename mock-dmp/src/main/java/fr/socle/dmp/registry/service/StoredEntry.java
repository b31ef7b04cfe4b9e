package fr.socle.dmp.registry.service;

import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObject;
import fr.socle.documents.xds.RegistryObjectBuilder;
import java.util.Set;

/**
 * A version of the metadata of a document.
 *
 * @param uuid identifier of this version
 * @param lid identifier of all its versions
 * @param version its number, from 1
 * @param current whether it is the last
 * @param ins fifteen characters of the patient's INS
 * @param uniqueId identifier of the document
 * @param availability status
 * @param content key of the bytes
 * @param submittedAt when, in milliseconds
 * @param metadata metadata, status left aside
 */
record StoredEntry(
    String uuid,
    String lid,
    int version,
    boolean current,
    String ins,
    String uniqueId,
    Availability availability,
    String content,
    long submittedAt,
    RegistryObject metadata) {
  static final String MASKED = "MASQUE_PS";
  static final String INVISIBLE_TO_PATIENT = "INVISIBLE_PATIENT";
  static final String INVISIBLE_TO_REPRESENTATIVES = "INVISIBLE_REPRESENTANTS_LEGAUX";

  private static final Set<String> VISIBILITY =
      Set.of(MASKED, INVISIBLE_TO_PATIENT, INVISIBLE_TO_REPRESENTATIVES);

  /** Class of what patients write themselves: dmp.md 3.5. */
  private static final String OF_THE_PATIENT = "90";

  DocumentEntry entry() {
    return new DocumentEntry(metadata);
  }

  /** The metadata as they are sent: dmp.md 1.10 (S:MSG). */
  RegistryObject sent() {
    return RegistryObjectBuilder.of(metadata)
        .attribute("id", uuid)
        .attribute("lid", lid)
        .attribute("isOpaque", "false")
        .attribute("status", availability.urn())
        .version(String.valueOf(version))
        .build();
  }

  /** The next version of the metadata. */
  StoredEntry next(String newUuid, RegistryObject newMetadata) {
    return new StoredEntry(
        newUuid,
        lid,
        version + 1,
        true,
        ins,
        uniqueId,
        availability,
        content,
        submittedAt,
        newMetadata);
  }

  boolean masked() {
    return has(entry(), MASKED);
  }

  boolean ofThePatient() {
    return entry().classCode().stream().map(Coded::code).anyMatch(OF_THE_PATIENT::equals);
  }

  /** Whether a code of confidentiality says from whom a document is hidden: dmp.md 3.4. */
  static boolean isVisibility(String code) {
    return VISIBILITY.contains(code);
  }

  static boolean has(DocumentEntry entry, String visibility) {
    return entry.confidentialityCode().stream().anyMatch(code -> code.code().equals(visibility));
  }
}
