package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.documents.codes.Coded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody puts in a DMP before a scenario.
 *
 * @param patient whose DMP
 * @param author who wrote it; null for the patient himself
 * @param type type
 * @param documentClass class of the type
 * @param format format
 * @param mimeType media type
 * @param title title
 * @param date when the act was done and the document written
 * @param submitted when it comes in
 * @param visibility what it is hidden from
 * @param uniqueId identifier
 * @param replaces identifier of the document it replaces; null for none
 */
public record ArrangedDocument(
    KnownPatient patient,
    @Nullable KnownProfessional author,
    Coded type,
    Coded documentClass,
    Coded format,
    String mimeType,
    String title,
    Instant date,
    Instant submitted,
    List<Coded> visibility,
    String uniqueId,
    @Nullable String replaces) {

  /** Copies the list. */
  public ArrangedDocument {
    visibility = List.copyOf(visibility);
  }
}
