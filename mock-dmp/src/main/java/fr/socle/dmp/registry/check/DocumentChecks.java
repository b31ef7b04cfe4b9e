package fr.socle.dmp.registry.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.documents.codes.ValueSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that Socle demands of a call about documents, by transaction: DMP-T21 to DMP-T37. */
public final class DocumentChecks {
  private DocumentChecks() {}

  /** What is demanded of one call, beyond what is of every call to the DMP. */
  public static Map<String, List<Check<DmpMessage>>> byTransaction() {
    ValueSets codes = ValueSets.load();
    List<Check<DmpMessage>> search = join(SearchChecks.ALL, SearchFormChecks.ALL);
    List<Check<DmpMessage>> update = join(DocumentRules.ofChanges(codes), UpdateChecks.ALL);
    List<Check<DmpMessage>> feeding =
        join(
            DocumentRules.ofFeedings(codes),
            FeedingChecks.ALL,
            AuthorChecks.ALL,
            RelationChecks.ALL,
            SubmissionSignatureChecks.ALL);
    return Map.of(
        DocumentOperations.FEEDING,
        feeding,
        DocumentOperations.FEEDING_FOR,
        feeding,
        DocumentOperations.SEARCH,
        search,
        DocumentOperations.REFERENCE,
        search,
        DocumentOperations.RETRIEVAL,
        RetrievalChecks.ALL,
        DocumentOperations.MASKING,
        update,
        DocumentOperations.SHOWING,
        update,
        DocumentOperations.ARCHIVING,
        update,
        DocumentOperations.DELETION,
        update);
  }

  /** What is demanded of the calls of a window together. */
  public static List<SequenceCheck> sequences() {
    return List.of(
        new UnchangedDocument(),
        new ReplacedNotDuplicated(),
        new NextVersion(),
        new SameDocumentAfterLostAnswer());
  }

  @SafeVarargs
  private static List<Check<DmpMessage>> join(List<Check<DmpMessage>>... lists) {
    List<Check<DmpMessage>> all = new ArrayList<>();
    for (List<Check<DmpMessage>> each : lists) {
      all.addAll(each);
    }
    return List.copyOf(all);
  }
}
