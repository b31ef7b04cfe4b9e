package fr.socle.documents.metadata;

import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.SubmissionSet;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** What is asked of a submission set (dmp.md 3.2). */
final class SetRules {
  private static final String TEXT = "dmp.md 3.2 (S:P4D, HL7V2)";
  private static final Predicate<String> DATE = Pattern.compile("[0-9]{14}").asMatchPredicate();

  private SetRules() {}

  static List<DocumentRule<SubmissionSet>> all(ValueSets codes) {
    return List.of(
        once("XDS-SS-01", "uniqueId", set -> set.uniqueId().size()),
        once("XDS-SS-02", "sourceId", set -> set.sourceId().size()),
        once("XDS-SS-03", "patientId", set -> set.patientId().size()),
        once("XDS-SS-04", "submissionTime", set -> set.submissionTime().size()),
        once("XDS-SS-05", "author", set -> set.authors().size()),
        once("XDS-SS-06", "contentTypeCode", set -> set.contentTypeCode().size()),
        rule(
            "XDS-SS-07",
            RuleSource.TEXTE,
            TEXT,
            "uniqueId et sourceId du lot sont des OID.",
            (set, findings) -> {
              Expected.form("uniqueId", set.uniqueId(), Expected.OID, "un OID", findings);
              Expected.form("sourceId", set.sourceId(), Expected.OID, "un OID", findings);
            }),
        rule(
            "XDS-SS-08",
            RuleSource.TEXTE,
            TEXT,
            "submissionTime a quatorze chiffres, en temps universel.",
            (set, findings) ->
                Expected.form(
                    "submissionTime", set.submissionTime(), DATE, "AAAAMMJJHHMMSS", findings)),
        rule(
            "XDS-SS-09",
            RuleSource.TEXTE,
            "dmp.md 3.5 (S:NOS)",
            "contentTypeCode est une activité de JDV_J59.",
            (set, findings) ->
                Expected.codes(
                    "contentTypeCode", set.contentTypeCode(), codes.contentTypeCode(), findings)),
        rule(
            "XDS-SS-10",
            RuleSource.VU,
            "dmp.md 3.3 (S:MSG, HL7V2, DRIM)",
            "Le patient du lot est identifié par son INS.",
            (set, findings) -> Expected.ins("patientId", set.patientId(), findings)),
        rule(
            "XDS-SS-11",
            RuleSource.VU,
            "dmp.md 3.3 (S:MSG, HL7V2, DRIM)",
            "L'auteur du lot est une personne d'une structure.",
            (set, findings) -> {
              EntryPeople.persons(set.authors(), findings);
              EntryPeople.institutions(set.authors(), findings);
            }));
  }

  private static DocumentRule<SubmissionSet> once(
      String id, String attribute, ToIntFunction<SubmissionSet> found) {
    return rule(
        id,
        RuleSource.TEXTE,
        TEXT,
        attribute + " figure une fois dans le lot.",
        (set, findings) -> Expected.count(attribute, found.applyAsInt(set), 1, 1, findings));
  }

  private static DocumentRule<SubmissionSet> rule(
      String id,
      RuleSource source,
      String key,
      String title,
      DocumentRule.Judge<SubmissionSet> judge) {
    return new DocumentRule<>(id, source, key, title, judge);
  }
}
