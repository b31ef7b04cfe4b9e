package fr.socle.dmp.registry.protocol;

import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.service.DocumentContent;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.InstanceId;
import fr.socle.documents.metadata.DescribedDocument;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stays of a feeding once it was judged: no bytes, so that a window of many large documents
 * holds none.
 *
 * @param documents documents, the signature left aside
 */
public record SentDocuments(List<Sent> documents) {
  /** Copies the list. */
  public SentDocuments {
    documents = List.copyOf(documents);
  }

  /**
   * One document.
   *
   * @param entry its metadata
   * @param digest SHA-256 of its bytes; empty without bytes
   * @param substance what does not change when a CDA is only validated again; otherwise the digest
   * @param series {@code setId} of a CDA; empty otherwise
   * @param version {@code versionNumber} of a CDA; empty otherwise
   * @param replaces whether it is sent as the replacement of another
   * @param replaced identifiers of the documents that a CDA says it replaces
   */
  public record Sent(
      DocumentEntry entry,
      String digest,
      String substance,
      String series,
      String version,
      boolean replaces,
      List<String> replaced) {
    /** Copies the list. */
    public Sent {
      replaced = List.copyOf(replaced);
    }
  }

  /** What a feeding sent. */
  static SentDocuments of(ReadSubmission read) {
    Submission submission = read.provided().submission();
    Map<String, CdaDocument> documents =
        read.described().stream()
            .collect(
                Collectors.toMap(
                    each -> each.entry().id(), DescribedDocument::document, (one, other) -> one));
    Set<String> replacing =
        submission.associations(Association.REPLACES).stream()
            .map(Association::source)
            .collect(Collectors.toSet());
    return new SentDocuments(
        submission.documents().stream()
            .filter(entry -> !entry.isSignature())
            .map(
                entry -> {
                  CdaDocument cda = documents.get(entry.id());
                  String digest = read.content(entry).map(DocumentContent::key).orElse("");
                  return new Sent(
                      entry,
                      digest,
                      cda == null ? digest : CdaSubstance.of(cda),
                      cda == null ? "" : cda.setId().uniqueId(),
                      cda == null ? "" : cda.versionNumber(),
                      replacing.contains(entry.id()) || (cda != null && !cda.replaced().isEmpty()),
                      cda == null
                          ? List.of()
                          : cda.replaced().stream().map(InstanceId::uniqueId).toList());
                })
            .toList());
  }

  /** The documents of a message, whether it was judged already or not. */
  public static Optional<SentDocuments> in(DmpMessage message) {
    return message
        .content(SentDocuments.class)
        .or(() -> message.content(ReadSubmission.class).map(ReadSubmission::condensed));
  }
}
