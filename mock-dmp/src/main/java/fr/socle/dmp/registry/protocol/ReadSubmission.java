package fr.socle.dmp.registry.protocol;

import fr.socle.bench.check.Condensable;
import fr.socle.bench.xml.XmlLimits;
import fr.socle.dmp.registry.service.DocumentContent;
import fr.socle.dmp.registry.service.Provided;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.UnreadableCdaException;
import fr.socle.documents.metadata.DescribedDocument;
import fr.socle.documents.xds.DocumentEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feeding brings, with its documents read once, and only when somebody looks inside. Of one
 * exchange; used by one thread at a time.
 */
public final class ReadSubmission implements Condensable {
  /** dmp.md 3.2 (S:HL7V2): a document that presents itself is one too. */
  private static final Set<String> CDA = Set.of("text/xml", "application/xslt+xml");

  /** So many entries of the same bytes show what is wrong; a message may name them thousands. */
  private static final int MOST_ALIKE = 20;

  private final Provided provided;
  private final boolean mayBeHiddenFromBoth;
  private @Nullable List<Inside> insides;

  ReadSubmission(Provided provided, boolean mayBeHiddenFromBoth) {
    this.provided = provided;
    this.mayBeHiddenFromBoth = mayBeHiddenFromBoth;
  }

  /** What was provided. */
  public Provided provided() {
    return provided;
  }

  /** Whether the DMP takes a document hidden from professionals and from the patient. */
  public boolean mayBeHiddenFromBoth() {
    return mayBeHiddenFromBoth;
  }

  /** The bytes beside metadata; a sample writes the identifier in another letter case. */
  public Optional<DocumentContent> content(DocumentEntry entry) {
    return provided
        .document(entry.id(), false)
        .flatMap(bytes -> Optional.ofNullable(bytes.content()));
  }

  /** The documents that are said to be CDA, signatures left aside. */
  public List<Inside> insides() {
    List<Inside> known = insides;
    if (known == null) {
      known = read();
      insides = known;
    }
    return known;
  }

  /** The documents that are CDA, beside their metadata. */
  public List<DescribedDocument> described() {
    return insides().stream()
        .flatMap(each -> Optional.ofNullable(each.described()).stream())
        .toList();
  }

  @Override
  public SentDocuments condensed() {
    return SentDocuments.of(this);
  }

  private List<Inside> read() {
    List<Inside> all = new ArrayList<>();
    Map<String, Reading> readings = new HashMap<>();
    Map<String, Integer> alike = new HashMap<>();
    for (DocumentEntry entry : provided.submission().documents()) {
      DocumentContent content = content(entry).orElse(null);
      if (content != null
          && isSaidToBeCda(entry)
          && !entry.isSignature()
          && alike.merge(content.key(), 1, Integer::sum) <= MOST_ALIKE) {
        all.add(
            readings
                .computeIfAbsent(content.key(), key -> Reading.of(content))
                .beside(entry, content));
      }
    }
    return List.copyOf(all);
  }

  private static boolean isSaidToBeCda(DocumentEntry entry) {
    String essence = entry.mimeType().split(";", 2)[0].strip();
    return CDA.contains(essence.toLowerCase(Locale.ROOT));
  }

  /**
   * Bytes, read once whatever entries are of them.
   *
   * @param document the document; null when it was not read
   * @param unreadable why it does not read; empty when it does, or is too large for us
   */
  private record Reading(@Nullable CdaDocument document, String unreadable) {
    static Reading of(DocumentContent content) {
      // Larger than the bench reads: no fault of who sent it, and not even loaded.
      if (content.size() > XmlLimits.standard().bytes()) {
        return new Reading(null, "");
      }
      try {
        return new Reading(CdaDocument.read(content.bytes().all()), "");
      } catch (UnreadableCdaException e) {
        return new Reading(null, e.tooLarge() ? "" : String.valueOf(e.getMessage()));
      }
    }

    Inside beside(DocumentEntry entry, DocumentContent content) {
      return new Inside(
          entry,
          document == null
              ? null
              : new DescribedDocument(entry, document, content.sha1(), content.size()),
          unreadable);
    }
  }

  /**
   * A document that is said to be CDA.
   *
   * @param entry its metadata
   * @param described metadata and document; null when it was not read
   * @param unreadable why it does not read, French; empty when it does, or is too large for us
   */
  public record Inside(
      DocumentEntry entry, @Nullable DescribedDocument described, String unreadable) {}
}
