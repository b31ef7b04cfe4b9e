package fr.socle.documents.metadata;

import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.SubmissionSet;
import fr.socle.exigences.RuleSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What is asked of a submission set (dmp.md 3.2). */
final class SetRules {
  private static final String TEXT = "dmp.md 3.2 (S:P4D, HL7V2)";

  private SetRules() {}

  /** The attributes that must be there and are not, in order. */
  static List<String> absent(SubmissionSet set) {
    Map<String, Integer> found = new LinkedHashMap<>();
    found.put("uniqueId", set.uniqueId().size());
    found.put("sourceId", set.sourceId().size());
    found.put("patientId", set.patientId().size());
    found.put("submissionTime", set.submissionTime().size());
    found.put("author", set.authors().size());
    found.put("contentTypeCode", set.contentTypeCode().size());
    return found.entrySet().stream()
        .filter(each -> each.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  static List<DocumentRule<SubmissionSet>> all(ValueSets codes) {
    return List.of(
        once("XDS-SS-01", "uniqueId", set -> set.uniqueId().size()),
        once("XDS-SS-02", "sourceId", set -> set.sourceId().size()),
        once("XDS-SS-03", "patientId", set -> set.patientId().size()),
        once("XDS-SS-04", "submissionTime", set -> set.submissionTime().size()),
        rule(
            "XDS-SS-05",
            RuleSource.TEXTE,
            TEXT,
            "Le lot a un auteur.",
            (set, findings) ->
                Expected.count("author", set.authors().size(), 1, Integer.MAX_VALUE, findings)),
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
            "submissionTime a quatorze chiffres, en temps universel, et est au calendrier.",
            (set, findings) -> {
              for (String time : set.submissionTime()) {
                Expected.time("submissionTime", time, findings);
                Expected.universal("submissionTime", time, findings);
              }
            }),
        rule(
            "XDS-SS-09",
            RuleSource.TEXTE,
            "dmp.md 3.5 (S:NOS)",
            "contentTypeCode est une activité de JDV_J59.",
            (set, findings) ->
                Expected.codes(
                    "contentTypeCode",
                    set.contentTypeCode(),
                    "JDV_J59",
                    codes.contentTypeCode(),
                    findings)),
        rule(
            "XDS-SS-10",
            RuleSource.VU,
            "dmp.md 3.3 (S:MSG, HL7V2, DRIM)",
            "Le patient du lot est identifié par son INS.",
            (set, findings) -> Expected.ins("patientId", set.patientId(), findings)),
        format(
            "XDS-SS-11",
            "L'auteur du lot est nommé par une personne ou un système.",
            (set, findings) -> Authors.onePerson(set.authors(), findings)),
        format(
            "XDS-SS-12",
            "authorPerson du lot identifie une personne, un système ou le patient.",
            (set, findings) -> {
              Authors.persons(set.authors(), findings);
              Authors.nationalIds(set.authors(), findings);
            }),
        format(
            "XDS-SS-13",
            "authorInstitution du lot identifie une structure.",
            (set, findings) -> Authors.institutions(set.authors(), findings)),
        format(
            "XDS-SS-14",
            "authorSpecialty du lot est un code de JDV_J01.",
            (set, findings) -> Authors.specialties(codes, set.authors(), findings)),
        rule(
            "XDS-SS-15",
            RuleSource.VU,
            "insi.md 5.2 (K, S:6)",
            "La clé de l'INS du patient du lot est celle de son matricule.",
            (set, findings) -> Expected.key("patientId", set.patientId(), findings)),
        // dmp.md 3.2 has one author; segur.md 5 (S: REG, DMP/HISTO.04) orders a legal person beside
        // the author who has left.
        rule(
            "XDS-SS-16",
            RuleSource.VU,
            "dmp.md 3.2 (S:P4D, HL7V2) ; segur.md 5 (S: REG)",
            "Le lot n'a qu'un auteur, hors une structure nommée à côté de lui.",
            (set, findings) -> {
              if (set.authors().stream().filter(Author::namesSomebody).count() > 1) {
                Expected.count("author", set.authors().size(), 1, 1, findings);
              }
            }));
  }

  // dmp.md 3.2: the author of a set has the formats of one of a document.
  private static DocumentRule<SubmissionSet> format(
      String id, String title, DocumentRule.Judge<SubmissionSet> judge) {
    return rule(id, RuleSource.VU, "dmp.md 3.3 (S:MSG, HL7V2, DRIM)", title, judge);
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
