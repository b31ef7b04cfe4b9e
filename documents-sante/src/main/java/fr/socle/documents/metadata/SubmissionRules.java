package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import fr.socle.exigences.RuleSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
            "Un remplacement part d'un document du lot.",
            SubmissionRules::replacements),
        rule(
            "XDS-SU-06",
            RuleSource.VU,
            "1.9, 1.12 (S:MSG)",
            "Le lot dit de ses documents qu'ils sont à lui (SubmissionSetStatus = Original).",
            SubmissionRules::original),
        // That the old entry is named by its entryUUID is of the samples.
        rule(
            "XDS-SU-07",
            RuleSource.VU,
            "1.9 (S:MSG)",
            "Un remplacement va à l'entryUUID de l'ancienne fiche.",
            SubmissionRules::replaced));
  }

  // With several sets, or none, the rule that asks for one has spoken: what belongs to which is
  // then unsaid, and comparing all with all is what a hostile message hopes for.
  private static Optional<SubmissionSet> theSet(Submission submission) {
    return submission.sets().size() == 1 ? Optional.of(submission.sets().get(0)) : Optional.empty();
  }

  private static void samePatient(Submission submission, Findings findings) {
    List<String> patients = theSet(submission).map(SubmissionSet::patientId).orElse(List.of());
    if (patients.size() != 1) {
      return; // Another rule says so.
    }
    String expected = patients.get(0);
    Cx patient = Cx.read(expected);
    for (DocumentEntry document : submission.documents()) {
      for (String found : document.patientId()) {
        if (!Cx.read(found).equals(patient)) {
          findings.add(
              () -> document.id() + ", patientId",
              expected,
              found,
              "N'envoyez dans un lot que les documents d'un patient.");
        }
      }
    }
  }

  private static void members(Submission submission, Findings findings) {
    SubmissionSet set = theSet(submission).orElse(null);
    if (set == null) {
      return;
    }
    Set<String> members =
        submission.associations(Association.HAS_MEMBER).stream()
            .filter(each -> each.source().equals(set.id()))
            .map(Association::target)
            .collect(Collectors.toSet());
    String expected = "une association HasMember du lot " + set.id();
    for (DocumentEntry document : submission.documents()) {
      if (!members.contains(document.id())) {
        findings.add(
            document.id(),
            expected,
            "aucune",
            "Ajoutez pour chaque document une association HasMember qui part du lot.");
      }
    }
  }

  private static void distinct(Submission submission, Findings findings) {
    Map<String, Integer> times = new LinkedHashMap<>();
    submission.documents().stream()
        .flatMap(each -> each.uniqueId().stream())
        .forEach(id -> times.merge(id, 1, Integer::sum));
    times.forEach(
        (id, count) -> {
          if (count > 1) {
            findings.add(
                "uniqueId",
                "un identifiant par document",
                count + " fois " + id,
                "Donnez à chaque document un identifiant qui n'a jamais servi.");
          }
        });
  }

  private static void replacements(Submission submission, Findings findings) {
    Set<String> documents =
        submission.documents().stream().map(DocumentEntry::id).collect(Collectors.toSet());
    for (Association each : submission.associations(Association.REPLACES)) {
      if (!documents.contains(each.source())) {
        findings.add(
            "RPLC, sourceObject",
            "l'identifiant d'un document du lot",
            each.source(),
            "Faites partir le remplacement du nouveau document.");
      }
    }
  }

  private static void replaced(Submission submission, Findings findings) {
    for (Association each : submission.associations(Association.REPLACES)) {
      if (!each.target().toLowerCase(Locale.ROOT).startsWith("urn:uuid:")) {
        findings.add(
            "RPLC, targetObject",
            "urn:uuid: suivi de l'UUID de l'ancienne fiche",
            each.target(),
            "Nommez la fiche remplacée par son entryUUID, obtenu par une recherche.");
      }
    }
  }

  private static void original(Submission submission, Findings findings) {
    for (Association each : submission.associations(Association.HAS_MEMBER)) {
      List<String> status = each.object().values("SubmissionSetStatus");
      if (!status.equals(List.of("Original"))) {
        findings.add(
            () -> "HasMember, " + each.target() + ", SubmissionSetStatus",
            "Original",
            status.isEmpty() ? "absent" : String.join(", ", status),
            "Écrivez SubmissionSetStatus = Original dans chaque association HasMember.");
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
