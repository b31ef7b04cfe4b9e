package fr.socle.bench.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the patient does to a document of his DMP. No right is looked at.
 *
 * @param ins fifteen characters of the INS of a patient of the space
 * @param uniqueId identifier of the document
 * @param visibility what it is hidden from afterwards, as in {@link DmpDocumentRequest}; absent =
 *     as before
 * @param status {@code approuve}, {@code obsolete}, {@code archive} or {@code supprime}; absent =
 *     as before
 */
public record DmpDocumentChange(
    String ins, String uniqueId, @Nullable List<String> visibility, @Nullable String status) {
  /** Copies the list. */
  public DmpDocumentChange {
    visibility = visibility == null ? null : List.copyOf(visibility);
  }
}
