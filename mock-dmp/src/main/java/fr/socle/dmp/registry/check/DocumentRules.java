package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.under;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.check.DmpRules;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.protocol.ReadSubmission;
import fr.socle.dmp.registry.protocol.ReadUpdate;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.CdaHeaderRules;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.metadata.DescribedDocument;
import fr.socle.documents.metadata.MetadataRules;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import fr.socle.exigences.RuleSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules on documents and their metadata, applied to what reaches the DMP. */
final class DocumentRules {
  private static final String ENTRIES = "DMP-T22";
  private static final String SETS = "DMP-T23";
  private static final String SUBMISSIONS = "DMP-T24";
  private static final String AGREEMENT = "DMP-T25";
  private static final String HEADERS = "DMP-T26";

  /** dmp.md 3.4: it speaks of feeding, and of a parameter of the DMP. */
  private static final String BOTH_HIDDEN = "XDS-CO-07";

  private static final String SAME_PATIENT = "XDS-SU-02";

  private DocumentRules() {}

  /** On metadata, in a feeding. */
  static List<Check<DmpMessage>> ofFeedings(ValueSets codes) {
    return Stream.of(
            MetadataRules.ofDocuments(codes).stream().map(DocumentRules::onNewEntries),
            Stream.of(onSignatureEntries(MetadataRules.ofDocuments(codes))),
            ofLots(codes),
            MetadataRules.againstDocuments().stream().map(DocumentRules::onDescribed),
            CdaHeaderRules.all(codes).stream().map(DocumentRules::onHeader))
        .flatMap(checks -> checks)
        .toList();
  }

  /** On metadata, in a change: of documents only what the sender changes in them. */
  static List<Check<DmpMessage>> ofChanges(ValueSets codes) {
    return Stream.concat(
            MetadataRules.ofDocuments(codes).stream()
                .filter(rule -> !rule.id().equals(BOTH_HIDDEN))
                .map(DocumentRules::onChangedEntries),
            ofLots(codes))
        .toList();
  }

  private static Stream<Check<DmpMessage>> ofLots(ValueSets codes) {
    return Stream.concat(
        MetadataRules.ofSets(codes).stream().map(DocumentRules::onSets),
        MetadataRules.ofSubmissions().stream().map(DocumentRules::onSubmission));
  }

  private static Optional<Submission> submission(DmpMessage message) {
    return message
        .content(ReadSubmission.class)
        .map(read -> read.provided().submission())
        .or(() -> message.content(ReadUpdate.class).map(ReadUpdate::submission));
  }

  private static Check<DmpMessage> onNewEntries(DocumentRule<DocumentEntry> rule) {
    return onContent(
        rule.against(List.of(ENTRIES)),
        ReadSubmission.class,
        (read, exchange, findings) -> {
          if (rule.id().equals(BOTH_HIDDEN) && read.mayBeHiddenFromBoth()) {
            return;
          }
          rule.judgeEach(entries(read, entry -> !entry.isSignature()), DocumentEntry::id, findings);
        });
  }

  /**
   * The signature of a lot is described by its own metadata, which only samples show: what the
   * texts say of documents is a reserve there.
   */
  private static Check<DmpMessage> onSignatureEntries(List<DocumentRule<DocumentEntry>> rules) {
    List<DocumentRule<DocumentEntry>> ofSignaturesToo =
        rules.stream()
            .filter(rule -> rule.id().startsWith("XDS-DE") || rule.id().startsWith("XDS-PE"))
            .toList();
    return onContent(
        DmpRules.rule(
            "DMP-T28-5",
            RuleSource.VU,
            "3.6 (S:MSG, DRIM)",
            "La fiche de la signature a les métadonnées d'un document."),
        ReadSubmission.class,
        (read, exchange, findings) -> {
          List<DocumentEntry> signatures = entries(read, DocumentEntry::isSignature);
          ofSignaturesToo.forEach(rule -> rule.judgeEach(signatures, DocumentEntry::id, findings));
        });
  }

  private static List<DocumentEntry> entries(ReadSubmission read, Predicate<DocumentEntry> which) {
    return read.provided().submission().documents().stream().filter(which).toList();
  }

  /** What the former version has wrong too is not the sender's: dmp.md 1.12. */
  private static Check<DmpMessage> onChangedEntries(DocumentRule<DocumentEntry> rule) {
    return onContent(
        rule.against(List.of(ENTRIES)),
        ReadUpdate.class,
        (update, exchange, findings) -> {
          for (DocumentEntry changed : update.submission().documents()) {
            DocumentEntry former = update.former(changed).orElse(null);
            if (former == null || changed.isSignature()) {
              continue;
            }
            Set<List<String>> before = new HashSet<>();
            rule.judge()
                .judge(
                    former,
                    (location, expected, found, mend) -> before.add(List.of(location, found)));
            Findings under = under(changed.id(), findings);
            rule.judge()
                .judge(
                    changed,
                    (location, expected, found, mend) -> {
                      if (!before.contains(List.of(location, found))) {
                        under.add(location, expected, found, mend);
                      }
                    });
          }
        });
  }

  private static Check<DmpMessage> onSets(DocumentRule<SubmissionSet> rule) {
    return Check.of(
        rule.against(List.of(SETS)),
        (exchange, findings) ->
            submission(exchange.message())
                .ifPresent(
                    submission -> rule.judgeEach(submission.sets(), SubmissionSet::id, findings)));
  }

  private static Check<DmpMessage> onSubmission(DocumentRule<Submission> rule) {
    return Check.of(
        rule.against(List.of(SUBMISSIONS)),
        (exchange, findings) ->
            (rule.id().equals(SAME_PATIENT)
                    ? withoutPatientsFound(exchange.message())
                    : submission(exchange.message()))
                .ifPresent(submission -> rule.judge().judge(submission, findings)));
  }

  /** dmp.md 1.12, 5.6: who changes an entry sends its patient back, whose INS may have changed. */
  private static Optional<Submission> withoutPatientsFound(DmpMessage message) {
    ReadUpdate update = message.content(ReadUpdate.class).orElse(null);
    return update == null
        ? submission(message)
        : Optional.of(
            new Submission(
                update.submission().sets(),
                update.submission().documents().stream()
                    .filter(
                        changed ->
                            update
                                .former(changed)
                                .filter(each -> each.patientId().equals(changed.patientId()))
                                .isEmpty())
                    .toList(),
                update.submission().associations(),
                update.submission().folders()));
  }

  private static Check<DmpMessage> onDescribed(DocumentRule<DescribedDocument> rule) {
    return onContent(
        rule.against(List.of(AGREEMENT)),
        ReadSubmission.class,
        (read, exchange, findings) ->
            rule.judgeEach(read.described(), each -> each.entry().id(), findings));
  }

  private static Check<DmpMessage> onHeader(DocumentRule<CdaDocument> rule) {
    return onContent(
        rule.against(List.of(HEADERS)),
        ReadSubmission.class,
        (read, exchange, findings) ->
            rule.judgeEach(
                read.described(),
                DescribedDocument::document,
                each -> each.entry().id(),
                findings));
  }
}
