package fr.socle.lps.dmp.cda;

import fr.socle.lps.dmp.ebxml.Author;
import fr.socle.lps.dmp.ebxml.DocumentTypes;
import fr.socle.lps.dmp.vihf.Professional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a document is written from.
 *
 * @param id its identifier, an OID
 * @param setId what all its versions share
 * @param version number of this version, from 1
 * @param replaced id of the version it replaces, null for none
 * @param created date of the document
 * @param start date of the act
 * @param authors who wrote it, at least one
 * @param responsible who answers for it
 * @param recipients whom it is written to
 * @param order the order it places, null for none
 */
public record Writing(
    String id,
    String setId,
    int version,
    @Nullable String replaced,
    DocumentTypes.Type type,
    String title,
    Content content,
    CdaPatient patient,
    Instant created,
    Instant start,
    List<Author> authors,
    Professional responsible,
    List<Professional> recipients,
    @Nullable Order order) {

  public Writing {
    authors = List.copyOf(authors);
    recipients = List.copyOf(recipients);
  }

  /** How its body is made. */
  public Body body() {
    return Body.of(type, content);
  }
}
