package fr.socle.dmp.registry.service;

import fr.socle.documents.xds.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an ITI-41 message brings: metadata, and documents beside them. Immutable. */
public final class Provided {
  private final Submission submission;
  private final List<Bytes> documents;
  private final Map<String, Bytes> exactly = new HashMap<>();
  private final Map<String, Bytes> loosely = new HashMap<>();

  /**
   * A message.
   *
   * @param submission metadata
   * @param documents documents in order
   */
  public Provided(Submission submission, List<Bytes> documents) {
    this.submission = submission;
    this.documents = List.copyOf(documents);
    for (Bytes each : documents) {
      exactly.putIfAbsent(each.id(), each);
      loosely.putIfAbsent(loosely(each.id()), each);
    }
  }

  /** Metadata. */
  public Submission submission() {
    return submission;
  }

  /** Documents in order. */
  public List<Bytes> documents() {
    return documents;
  }

  /**
   * One document.
   *
   * @param id identifier of its metadata, as written beside it
   * @param reference part it was said to be in; null when it was written in place
   * @param content what was received; null when the part is not there
   */
  public record Bytes(String id, @Nullable String reference, @Nullable DocumentContent content) {}

  /**
   * The document of metadata.
   *
   * @param letterByLetter whether upper and lower case are told apart; an official sample does not
   *     (dmp.md 1.1)
   */
  public Optional<Bytes> document(String entryId, boolean letterByLetter) {
    Bytes same = exactly.get(entryId);
    return Optional.ofNullable(
        same != null || letterByLetter ? same : loosely.get(loosely(entryId)));
  }

  /** An identifier as it is compared where upper and lower case are not told apart. */
  static String loosely(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
