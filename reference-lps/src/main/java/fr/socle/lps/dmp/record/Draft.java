package fr.socle.lps.dmp.record;

import fr.socle.lps.dmp.cda.Content;
import fr.socle.lps.dmp.cda.Order;
import fr.socle.lps.dmp.ebxml.Author;
import fr.socle.lps.dmp.ebxml.DocumentTypes;
import fr.socle.lps.dmp.ebxml.Visibility;
import fr.socle.lps.dmp.vihf.Professional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as its author validated it.
 *
 * @param start date of the act
 * @param created date of the document: that of the act for one of the past (DMP/HISTO.03)
 * @param authors who wrote it
 * @param order the order it places, null for none
 */
public record Draft(
    DocumentTypes.Type type,
    String title,
    Content content,
    Instant start,
    Instant created,
    List<Author> authors,
    Professional responsible,
    List<Professional> recipients,
    Visibility visibility,
    @Nullable Order order) {

  public Draft {
    authors = List.copyOf(authors);
    recipients = List.copyOf(recipients);
  }

  /** The same, said by others. */
  public Draft by(List<Author> others, Professional sender) {
    return new Draft(
        type, title, content, start, created, others, sender, recipients, visibility, order);
  }

  /** A corrected version of it. */
  public Draft corrected(String newTitle, Content newContent, Visibility shown, Instant now) {
    return new Draft(
        type, newTitle, newContent, start, now, authors, responsible, recipients, shown, order);
  }

  /** The same, shown to others. */
  public Draft shownTo(Visibility shown) {
    return new Draft(
        type, title, content, start, created, authors, responsible, recipients, shown, order);
  }
}
