package fr.socle.mss.check;

import fr.socle.bench.check.Check;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.CdaHeaderRules;
import fr.socle.documents.cda.CdaPatient;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.metadata.DescribedDocument;
import fr.socle.documents.metadata.DmpParameters;
import fr.socle.documents.metadata.MetadataRules;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xdm.XdmSubset;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.RuleSource.Effect;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules on documents and their metadata, applied to the archives of messages. What only the
 * texts on the DMP say of metadata was seen in archives too, and no text read here demands it of a
 * message: it is a reserve there.
 */
final class MailDocumentRules {
  private static final String METADATA = "MSS-T05";
  private static final String AGREEMENT = "MSS-T06";
  private static final String HEADERS = "MSS-T07";

  /** mssante.md 2.5 (S: TCC): the sector of activity stands there in archives. */
  private static final String CONTENT_TYPE = "XDS-SS-09";

  /** mssante.md 2.3: a mail may go without qualified INS, and its metadata have another number. */
  private static final Set<String> WITH_INS = Set.of("XDS-PE-06", "XDS-SS-10");

  /** dmp.md 1.9: an archive names the document that is replaced otherwise. */
  private static final String REPLACED = "XDS-SU-07";

  private MailDocumentRules() {}

  static List<Check<SubmittedMail>> all() {
    ValueSets codes = ValueSets.load();
    return Stream.of(
            MetadataRules.ofDocuments(codes, DmpParameters.none()).stream()
                .map(MailDocumentRules::onEntries),
            MetadataRules.ofSets(codes).stream()
                .filter(rule -> !rule.id().equals(CONTENT_TYPE))
                .map(MailDocumentRules::onSets),
            MetadataRules.ofSubmissions().stream()
                .filter(rule -> !rule.id().equals(REPLACED))
                .map(MailDocumentRules::onSubmissions),
            MetadataRules.againstDocuments(codes).stream().map(MailDocumentRules::onDescribed),
            CdaHeaderRules.all(codes).stream().map(MailDocumentRules::onHeaders))
        .flatMap(checks -> checks)
        .toList();
  }

  private static Check<SubmittedMail> onEntries(DocumentRule<DocumentEntry> rule) {
    return each(
        seen(rule, METADATA),
        rule,
        mail -> submissions(mail).flatMap(each -> each.documents().stream()).toList(),
        DocumentEntry::id);
  }

  private static Check<SubmittedMail> onSets(DocumentRule<SubmissionSet> rule) {
    return each(
        seen(rule, METADATA),
        rule,
        mail -> submissions(mail).flatMap(each -> each.sets().stream()).toList(),
        SubmissionSet::id);
  }

  private static Check<SubmittedMail> onSubmissions(DocumentRule<Submission> rule) {
    return each(seen(rule, METADATA), rule, mail -> submissions(mail).toList(), submission -> "");
  }

  private static Check<SubmittedMail> onDescribed(DocumentRule<DescribedDocument> rule) {
    return each(
        rule.against(List.of(AGREEMENT)),
        rule,
        MailDocumentRules::described,
        described -> described.entry().id());
  }

  private static Check<SubmittedMail> onHeaders(DocumentRule<CdaDocument> rule) {
    Rule against = rule.against(List.of(HEADERS));
    return MailRules.onLetter(
        against,
        (mail, submitted, findings) ->
            rule.judgeEach(
                described(mail), DescribedDocument::document, each -> each.entry().id(), findings));
  }

  private static <D> Check<SubmittedMail> each(
      Rule against,
      DocumentRule<D> rule,
      Function<ReadMail, List<D>> judged,
      Function<D, String> name) {
    return MailRules.onLetter(
        against,
        (mail, submitted, findings) -> {
          if (!WITH_INS.contains(rule.id()) || !isWithoutIns(mail)) {
            rule.judgeEach(judged.apply(mail), name, findings);
          }
        });
  }

  private static boolean isWithoutIns(ReadMail mail) {
    List<CdaDocument> documents = CarriedDocuments.cdas(mail);
    return !documents.isEmpty()
        && documents.stream().map(CdaPatient::of).allMatch(each -> each.ins().isEmpty());
  }

  private static Rule seen(DocumentRule<?> rule, String requirement) {
    return rule.source().effect() == Effect.BLOQUANT && !rule.sourceKey().startsWith("cda.md ")
        ? new Rule(
            rule.id(),
            RuleSource.VU,
            rule.sourceKey() + " ; mssante.md 2.5 (S: TCC)",
            List.of(requirement),
            rule.title())
        : rule.against(List.of(requirement));
  }

  /** What was read: metadata that could not be are for other rules. */
  private static Stream<Submission> submissions(ReadMail mail) {
    return CarriedDocuments.subsets(mail).stream()
        .filter(each -> each.unreadable().isEmpty())
        .map(XdmSubset::submission);
  }

  private static List<DescribedDocument> described(ReadMail mail) {
    return CarriedDocuments.documents(mail).stream()
        .flatMap(each -> each.described().stream())
        .toList();
  }
}
