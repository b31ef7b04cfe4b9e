package fr.socle.documents.metadata;

import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import java.util.List;
import java.util.stream.Stream;

/** All that is asked of metadata (dmp.md 3; cda.md 2.6, 2.7). */
public final class MetadataRules {
  private MetadataRules() {}

  /**
   * What is asked of the metadata of one document, where the shared record publishes what is
   * assumed here.
   */
  public static List<DocumentRule<DocumentEntry>> ofDocuments(ValueSets codes) {
    return ofDocuments(codes, DmpParameters.standard());
  }

  /**
   * What is asked of the metadata of one document. The rules know which of them are for signatures
   * too.
   *
   * @param parameters what the shared record publishes; {@link DmpParameters#none} elsewhere
   */
  public static List<DocumentRule<DocumentEntry>> ofDocuments(
      ValueSets codes, DmpParameters parameters) {
    return Stream.of(
            EntryPresence.all(),
            EntryPeople.all(codes),
            EntryCodes.all(codes, parameters),
            EntryValues.all())
        .flatMap(List::stream)
        .toList();
  }

  /** What is asked of a submission set. */
  public static List<DocumentRule<SubmissionSet>> ofSets(ValueSets codes) {
    return SetRules.all(codes);
  }

  /**
   * The attributes of a document that must be there and are not, by the names of dmp.md 3.2, in
   * order.
   */
  public static List<String> absent(DocumentEntry entry) {
    return EntryPresence.absent(entry);
  }

  /** Likewise of a submission set. */
  public static List<String> absent(SubmissionSet set) {
    return SetRules.absent(set);
  }

  /** What is asked of a whole submission. */
  public static List<DocumentRule<Submission>> ofSubmissions() {
    return SubmissionRules.all();
  }

  /** What is asked of metadata beside the document they describe. */
  public static List<DocumentRule<DescribedDocument>> againstDocuments(ValueSets codes) {
    return AgreementRules.all(codes);
  }

  /** The same, by the value sets of this version of Socle. */
  public static List<DocumentRule<DescribedDocument>> againstDocuments() {
    return againstDocuments(ValueSets.load());
  }
}
