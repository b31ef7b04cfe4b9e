package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import fr.socle.exigences.RuleSource;
import java.util.List;

/** What the parts of a submission owe each other (dmp.md 3.1, 3.2, 3.8). */
final class SubmissionRules {
  private SubmissionRules() {}

  static List<DocumentRule<Submission>> all() {
    return List.of(
        rule(
            "XDS-SU-01",
            RuleSource.VU,
            "3.1 (S:MSG, DRIM)",
            "Un message a un lot, et un seul.",
            (submission, findings) ->
                Expected.count("SubmissionSet", submission.sets().size(), 1, 1, findings)),
        rule(
            "XDS-SU-02",
            RuleSource.TEXTE,
            "3.2 (S:P4D, HL7V2)",
            "Les documents sont du patient du lot.",
            SubmissionRules::samePatient),
        rule(
            "XDS-SU-03",
            RuleSource.VU,
            "3.1 (S:MSG)",
            "Chaque document est membre du lot.",
            SubmissionRules::members),
        rule(
            "XDS-SU-04",
            RuleSource.VU,
            "3.1 (S:MSG)",
            "Deux documents n'ont pas le même identifiant.",
            SubmissionRules::distinct),
        rule(
            "XDS-SU-05",
            RuleSource.TEXTE,
            "3.8 (S:P4D, MSG)",
            "Un remplacement va d'un document du lot à l'entryUUID de l'ancienne fiche.",
            SubmissionRules::replacements));
  }

  private static void samePatient(Submission submission, Findings findings) {
    for (SubmissionSet set : submission.sets()) {
      for (String expected : set.patientId()) {
        for (DocumentEntry document : submission.documents()) {
          for (String found : document.patientId()) {
            if (!Cx.read(found).equals(Cx.read(expected))) {
              findings.add(
                  document.id() + ", patientId",
                  expected,
                  found,
                  "N'envoyez dans un lot que les documents d'un patient.");
            }
          }
        }
      }
    }
  }

  private static void members(Submission submission, Findings findings) {
    List<Association> members = submission.associations(Association.HAS_MEMBER);
    for (SubmissionSet set : submission.sets()) {
      for (DocumentEntry document : submission.documents()) {
        boolean member =
            members.stream()
                .anyMatch(
                    each -> each.source().equals(set.id()) && each.target().equals(document.id()));
        if (!member) {
          findings.add(
              document.id(),
              "une association HasMember du lot " + set.id(),
              "aucune",
              "Ajoutez pour chaque document une association HasMember qui part du lot.");
        }
      }
    }
  }

  private static void distinct(Submission submission, Findings findings) {
    List<String> ids =
        submission.documents().stream().flatMap(each -> each.uniqueId().stream()).toList();
    ids.stream()
        .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
        .distinct()
        .forEach(
            id ->
                findings.add(
                    "uniqueId",
                    "un identifiant par document",
                    id + " plusieurs fois",
                    "Donnez à chaque document un identifiant qui n'a jamais servi."));
  }

  private static void replacements(Submission submission, Findings findings) {
    for (Association each : submission.associations(Association.REPLACES)) {
      if (submission.document(each.source()).isEmpty()) {
        findings.add(
            "RPLC, sourceObject",
            "l'identifiant d'un document du lot",
            each.source(),
            "Faites partir le remplacement du nouveau document.");
      }
      if (!each.target().startsWith("urn:uuid:")) {
        findings.add(
            "RPLC, targetObject",
            "urn:uuid: suivi de l'UUID de l'ancienne fiche",
            each.target(),
            "Nommez la fiche remplacée par son entryUUID, obtenu par une recherche.");
      }
    }
  }

  private static DocumentRule<Submission> rule(
      String id,
      RuleSource source,
      String key,
      String title,
      DocumentRule.Judge<Submission> judge) {
    return new DocumentRule<>(id, source, "dmp.md " + key, title, judge);
  }
}
