package fr.socle.documents.xds;

import java.util.List;
import java.util.Optional;

/**
 * All that a message submits.
 *
 * @param sets submission sets; one in a right message
 * @param documents documents in order
 * @param associations links in order
 * @param folders packages that are no submission set
 */
public record Submission(
    List<SubmissionSet> sets,
    List<DocumentEntry> documents,
    List<Association> associations,
    List<RegistryObject> folders) {
  /** Copies the lists. */
  public Submission {
    sets = List.copyOf(sets);
    documents = List.copyOf(documents);
    associations = List.copyOf(associations);
    folders = List.copyOf(folders);
  }

  /** The document of a symbolic identifier. */
  public Optional<DocumentEntry> document(String id) {
    return documents.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The links of a type. */
  public List<Association> associations(String type) {
    return associations.stream().filter(each -> each.type().equals(type)).toList();
  }
}
