package fr.socle.dmp.registry.service;

import fr.socle.bench.content.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of the repository.
 *
 * @param documents documents found, in the order asked
 * @param errors why others were not
 */
public record Retrieved(List<Document> documents, List<RegistryError> errors) {
  /** Copies the lists. */
  public Retrieved {
    documents = List.copyOf(documents);
    errors = List.copyOf(errors);
  }

  /**
   * A document that is asked for.
   *
   * @param repositoryId OID of the repository it is said to be in
   * @param uniqueId identifier
   */
  public record Wanted(String repositoryId, String uniqueId) {}

  /**
   * A document.
   *
   * @param uniqueId identifier
   * @param mimeType media type
   * @param bytes bytes as submitted
   */
  public record Document(String uniqueId, String mimeType, Content bytes) {}

  /** The same but for the last document, which is not given. */
  public Retrieved withoutLast(String why) {
    Document last = documents.get(documents.size() - 1);
    List<RegistryError> all = new ArrayList<>(errors);
    all.add(RegistryError.at(RegistryError.UNIQUE_ID, last.uniqueId(), why));
    return new Retrieved(documents.subList(0, documents.size() - 1), all);
  }

  static Retrieved refused(RegistryError error) {
    return new Retrieved(List.of(), List.of(error));
  }
}
