package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.hl7.Xcn;
import fr.socle.documents.hl7.Xon;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metadata of an arranged document, as a right software would write them: dmp.md 3.2, 3.3. */
final class ArrangedMetadata {
  static final String ENTRY = "Document01";
  private static final String SET = "SubmissionSet01";
  private static final String IMAGING = "31";
  private static final String OF_THE_PATIENT = "EXP_PATIENT";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final ValueSets codes;
  private final ArrangedDocument document;

  ArrangedMetadata(ValueSets codes, ArrangedDocument document) {
    this.codes = codes;
    this.document = document;
  }

  /**
   * The whole submission.
   *
   * @param setId identifier of the submission
   * @param replaced entryUUID of the document that is replaced; null for none
   */
  Submission submission(String setId, @Nullable String replaced) {
    List<Association> links = new ArrayList<>();
    links.add(Association.member("Lien01", SET, ENTRY));
    if (replaced != null) {
      links.add(
          new Association(
              RegistryObjectBuilder.association("Lien02", Association.REPLACES, ENTRY, replaced)
                  .build()));
    }
    return new Submission(List.of(set(setId)), List.of(entry()), links, List.of());
  }

  private SubmissionSet set(String setId) {
    return new SubmissionSet(
        RegistryObjectBuilder.submissionSet(SET)
            .slot("submissionTime", time(document.submitted()))
            .name(document.title())
            .authors(Scheme.SUBMISSION_SET_AUTHOR, author())
            .codes(
                Scheme.CONTENT_TYPE_CODE,
                document.author() == null
                    ? named(codes.contentTypeCode().named(OF_THE_PATIENT).orElse(null))
                    : named(codes.contentTypeCode().named("07").orElse(null)))
            .identifier(Scheme.SUBMISSION_SET_PATIENT_ID, document.patient().id().composite())
            .identifier(Scheme.SOURCE_ID, "1.3.6.1.4.1.32473.90")
            .identifier(Scheme.SUBMISSION_SET_UNIQUE_ID, setId)
            .build());
  }

  private DocumentEntry entry() {
    KnownPatient patient = document.patient();
    List<Coded> confidentiality = new ArrayList<>(document.visibility());
    confidentiality.add(0, new Coded("N", "2.16.840.1.113883.5.25", "Normal"));
    // dmp.md 3.7 (S:DRIM): imaging documents are found by what they refer to.
    String[] references =
        document.documentClass().code().equals(IMAGING)
            ? ImagingReferences.of(document).values()
            : new String[] {};
    return new DocumentEntry(
        RegistryObjectBuilder.document(ENTRY, document.mimeType())
            .slot("urn:ihe:iti:xds:2013:referenceIdList", references)
            .slot("creationTime", time(document.date()))
            .slot("serviceStartTime", time(document.date()))
            .slot("languageCode", "fr-FR")
            .slot("legalAuthenticator", person())
            .slot("sourcePatientId", Cx.ins(patient.id().number(), patient.id().oid()).text())
            .slot(
                "sourcePatientInfo",
                "PID-5|"
                    + patient.birthName()
                    + "^"
                    + String.join(" ", patient.firstNames())
                    + "^^^^^L",
                "PID-7|" + patient.birthDate(),
                "PID-8|" + patient.sex())
            .name(document.title())
            .authors(Scheme.AUTHOR, author())
            .codes(Scheme.CLASS_CODE, document.documentClass())
            .codes(Scheme.TYPE_CODE, document.type())
            .codes(Scheme.FORMAT_CODE, document.format())
            .codes(Scheme.CONFIDENTIALITY_CODE, confidentiality.toArray(Coded[]::new))
            .codes(Scheme.HEALTHCARE_FACILITY_TYPE_CODE, facility())
            .codes(Scheme.PRACTICE_SETTING_CODE, setting())
            .identifier(Scheme.PATIENT_ID, patient.id().composite())
            .identifier(Scheme.UNIQUE_ID, document.uniqueId())
            .build());
  }

  Coded facility() {
    KnownProfessional author = document.author();
    String sector = author == null ? OF_THE_PATIENT : author.sector();
    return named(
        codes
            .healthcareFacilityTypeCode()
            .named(sector)
            .or(() -> codes.healthcareFacilityTypeCode().named("SA07"))
            .orElse(null));
  }

  Coded setting() {
    KnownProfessional author = document.author();
    String setting =
        author == null
            ? OF_THE_PATIENT
            : author.sector().equals("SA01") ? "ETABLISSEMENT" : "AMBULATOIRE";
    return named(codes.practiceSettingCode().named(setting).orElse(null));
  }

  /** Profession and speciality of the author. */
  Coded speciality() {
    KnownProfessional author = document.author();
    if (author == null || author.profession().isEmpty()) {
      return new Coded("", "", "");
    }
    String code = "G15_" + author.profession();
    String whole = author.speciality().isEmpty() ? code : code + "/" + author.speciality();
    return codes
        .authorSpecialty()
        .named(whole)
        .or(() -> codes.authorSpecialty().named(code))
        .orElseGet(() -> new Coded(whole, "1.2.250.1.213.1.1.4.5", ""));
  }

  private Author author() {
    KnownProfessional author = document.author();
    Coded speciality = speciality();
    return new Author(
        author == null || author.structure().isEmpty()
            ? List.of()
            : List.of(Xon.structure(author.structureName(), author.structure()).text()),
        List.of(person()),
        List.of(),
        speciality.code().isEmpty()
            ? List.of()
            : List.of(speciality.code() + "^" + speciality.label() + "^" + speciality.scheme()));
  }

  private String person() {
    KnownProfessional author = document.author();
    KnownPatient patient = document.patient();
    return author == null
        ? new Xcn(
                patient.id().number(),
                patient.birthName(),
                patient.firstNames().get(0),
                patient.id().oid(),
                "D",
                "NH")
            .text()
        : Xcn.professional(author.nationalId(), author.familyName(), author.givenName()).text();
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static Coded named(@Nullable Coded code) {
    if (code == null) {
      throw new IllegalStateException("a value set lost a code that every version has");
    }
    return code;
  }
}
