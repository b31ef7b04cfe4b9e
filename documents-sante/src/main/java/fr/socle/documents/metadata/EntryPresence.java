package fr.socle.documents.metadata;

import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** How many times each attribute of a document stands (dmp.md 3.2 (S:P4D, HL7V2)). */
final class EntryPresence {
  private static final int MANY = Integer.MAX_VALUE;
  private static final String PATIENT_INFO = "sourcePatientInfo";

  private static final List<Count> COUNTS =
      List.of(
          new Count("XDS-DE-01", "uniqueId", 1, 1, e -> e.uniqueId().size()),
          new Count("XDS-DE-02", "patientId", 1, 1, e -> e.patientId().size()),
          new Count("XDS-DE-03", "sourcePatientId", 1, 1, e -> e.sourcePatientId().size()),
          new Count("XDS-DE-04", "author", 1, MANY, e -> e.authors().size()),
          new Count("XDS-DE-05", "legalAuthenticator", 1, 1, e -> e.legalAuthenticator().size()),
          new Count("XDS-DE-06", "classCode", 1, 1, e -> e.classCode().size()),
          new Count("XDS-DE-07", "typeCode", 1, 1, e -> e.typeCode().size()),
          new Count("XDS-DE-08", "formatCode", 1, 1, e -> e.formatCode().size()),
          new Count("XDS-DE-09", "confidentialityCode", 1, 4, e -> e.confidentialityCode().size()),
          new Count(
              "XDS-DE-10",
              "healthcareFacilityTypeCode",
              1,
              1,
              e -> e.healthcareFacilityTypeCode().size()),
          new Count("XDS-DE-11", "practiceSettingCode", 1, 1, e -> e.practiceSettingCode().size()),
          new Count("XDS-DE-12", "creationTime", 1, 1, e -> e.creationTime().size()),
          new Count("XDS-DE-13", "serviceStartTime", 1, 1, e -> e.serviceStartTime().size()),
          new Count("XDS-DE-14", "serviceStopTime", 0, 1, e -> e.serviceStopTime().size()),
          new Count("XDS-DE-15", "languageCode", 1, 1, e -> e.languageCode().size()),
          new Count("XDS-DE-16", "mimeType", 1, 1, e -> e.mimeType().isEmpty() ? 0 : 1),
          new Count("XDS-DE-17", "title", 1, 1, e -> e.title().isBlank() ? 0 : 1));

  private EntryPresence() {}

  static List<DocumentRule<DocumentEntry>> all() {
    List<DocumentRule<DocumentEntry>> rules =
        new ArrayList<>(COUNTS.stream().map(Count::rule).toList());
    rules.add(
        new DocumentRule<>(
            "XDS-DE-18",
            RuleSource.TEXTE,
            "dmp.md 3.2 (S:P4D, HL7V2, MSG)",
            "sourcePatientInfo est présent, sauf pour une signature.",
            (entry, findings) -> {
              if (!entry.isSignature()) {
                Expected.count(
                    PATIENT_INFO, entry.sourcePatientInfo().isEmpty() ? 0 : 1, 1, 1, findings);
              }
            }));
    return List.copyOf(rules);
  }

  /** The attributes that must be there and are not, in order. */
  static List<String> absent(DocumentEntry entry) {
    List<String> absent =
        new ArrayList<>(
            COUNTS.stream()
                .filter(each -> each.least > 0 && each.found.applyAsInt(entry) == 0)
                .map(Count::attribute)
                .toList());
    if (!entry.isSignature() && entry.sourcePatientInfo().isEmpty()) {
      absent.add(PATIENT_INFO);
    }
    return List.copyOf(absent);
  }

  /** How many times an attribute stands. */
  private record Count(
      String id, String attribute, int least, int most, ToIntFunction<DocumentEntry> found) {
    DocumentRule<DocumentEntry> rule() {
      String times =
          least == 0
              ? "une fois au plus"
              : most == 1
                  ? "une fois"
                  : most == MANY ? "au moins une fois" : "de " + least + " à " + most + " fois";
      return new DocumentRule<>(
          id,
          RuleSource.TEXTE,
          "dmp.md 3.2 (S:P4D, HL7V2)",
          attribute + " figure " + times + ".",
          (entry, findings) ->
              Expected.count(attribute, found.applyAsInt(entry), least, most, findings));
    }
  }
}
