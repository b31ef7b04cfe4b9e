package fr.socle.dmp.registry.check;

import fr.socle.bench.check.WindowTraffic;
import fr.socle.dmp.check.DmpCallInWindow;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.dmp.registry.protocol.SentDocuments;
import fr.socle.dmp.registry.protocol.SentDocuments.Sent;
import fr.socle.dmp.registry.service.KeptMetadata;
import fr.socle.documents.xds.DocumentEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * A document that was sent to the DMP in a window.
 *
 * @param call call that sent it
 * @param sent the document
 */
record FedDocument(DmpCallInWindow call, Sent sent) {
  /**
   * A feeding of a window, or a deletion.
   *
   * @param call the call
   * @param documents documents it sent; none for a deletion
   */
  record Feeding(DmpCallInWindow call, List<FedDocument> documents) {
    /** Copies the list. */
    Feeding {
      documents = List.copyOf(documents);
    }

    String patient() {
      return call.patient();
    }

    /** Whether it takes documents out of the DMP; which ones, the message does not say. */
    boolean deletes() {
      return call.transaction().equals(DocumentOperations.DELETION) && call.accepted();
    }

    /** Whether the sender knows that the DMP accepted it: no fault of ours was played. */
    boolean acknowledged() {
      return call.accepted() && call.exchange().faults().isEmpty();
    }

    /** Whether the DMP accepted it and the sender may not know: a fault of ours was played. */
    boolean lost() {
      return call.exchange().refusal() == null
          && !call.exchange().faults().isEmpty()
          && !documents.isEmpty();
    }
  }

  /** The feedings and the deletions of a window, in order. */
  static List<Feeding> feedings(WindowTraffic traffic) {
    List<Feeding> all = new ArrayList<>();
    for (DmpCallInWindow call : DmpCallInWindow.in(traffic)) {
      List<FedDocument> documents =
          SentDocuments.in(call.message()).map(SentDocuments::documents).orElse(List.of()).stream()
              .map(each -> new FedDocument(call, each))
              .toList();
      if (!documents.isEmpty() || call.transaction().equals(DocumentOperations.DELETION)) {
        all.add(new Feeding(call, documents));
      }
    }
    return all;
  }

  long sequence() {
    return call.sequence();
  }

  String patient() {
    return call.patient();
  }

  String place() {
    return sent.entry().id();
  }

  List<String> uniqueId() {
    return sent.entry().uniqueId();
  }

  boolean hasBytes() {
    return !sent.digest().isEmpty();
  }

  /** Substance and metadata, identifiers left aside: what a document is made of. */
  List<Object> content() {
    DocumentEntry entry = sent.entry();
    return List.of(
        patient(),
        sent.substance(),
        KeptMetadata.codes(entry.confidentialityCode()),
        KeptMetadata.ofContent(entry));
  }

  /**
   * Whether the DMP has this document as well as the former one. It takes an identifier twice only
   * when the former document is gone; one that it refuses as known may come from a sender who never
   * got the answer, which the bench does not see.
   */
  boolean isAgainThere(FedDocument before) {
    return call.accepted() && !uniqueId().equals(before.uniqueId());
  }

  /** Whether it is a version of the same document, under another identifier. */
  boolean isOfTheSeriesOf(FedDocument other) {
    return patient().equals(other.patient())
        && !sent.series().isEmpty()
        && sent.series().equals(other.sent.series())
        && !uniqueId().equals(other.uniqueId());
  }
}
