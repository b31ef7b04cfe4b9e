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

  /** What is asked of the metadata of one document. */
  public static List<DocumentRule<DocumentEntry>> ofDocuments(ValueSets codes) {
    return Stream.of(
            EntryPresence.all(), EntryPeople.all(codes), EntryCodes.all(codes), EntryValues.all())
        .flatMap(List::stream)
        .toList();
  }

  /** What is asked of a submission set. */
  public static List<DocumentRule<SubmissionSet>> ofSets(ValueSets codes) {
    return SetRules.all(codes);
  }

  /** What is asked of a whole submission. */
  public static List<DocumentRule<Submission>> ofSubmissions() {
    return SubmissionRules.all();
  }

  /** What is asked of metadata beside the document they describe. */
  public static List<DocumentRule<DescribedDocument>> againstDocuments() {
    return AgreementRules.all();
  }
}
