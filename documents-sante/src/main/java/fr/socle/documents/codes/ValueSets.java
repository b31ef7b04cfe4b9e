package fr.socle.documents.codes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value sets of headers and metadata, as published on the day each names (cda.md 2, 6; dmp.md
 * 3.4, 3.5). Immutable: read once and handed to who needs them.
 *
 * @param classCode classes of documents
 * @param typeCode types of documents
 * @param formatCode formats of documents
 * @param confidentialityCode confidentiality of an entry, visibility included
 * @param headerConfidentiality confidentiality in a CDA header
 * @param healthcareFacilityTypeCode sectors of activity
 * @param practiceSettingCode settings of practice
 * @param contentTypeCode kinds of activity of a submission
 * @param authorSpecialty professions and specialities
 * @param functionCode functions of a participant
 * @param encounterCode kinds of encounter
 * @param civility titles of courtesy
 * @param professionalTitle titles of professionals
 * @param administrativeGender sex of a patient
 */
public record ValueSets(
    ValueSet classCode,
    ValueSet typeCode,
    ValueSet formatCode,
    ValueSet confidentialityCode,
    ValueSet headerConfidentiality,
    ValueSet healthcareFacilityTypeCode,
    ValueSet practiceSettingCode,
    ValueSet contentTypeCode,
    ValueSet authorSpecialty,
    ValueSet functionCode,
    ValueSet encounterCode,
    ValueSet civility,
    ValueSet professionalTitle,
    ValueSet administrativeGender) {

  private static final List<TypeClass> CLASSES = TypeClass.read("class-of-type.txt");

  // cda.md 2.6 (S: NOS), association A12.
  private static final Map<String, String> FORMAT_OF_MEDIA =
      Map.of(
          "application/pdf", "urn:ihe:iti:xds-sd:pdf:2008",
          "text/plain", "urn:ihe:iti:xds-sd:text:2008",
          "text/rtf", "urn:ihe:iti-fr:xds-sd:rtf:2010",
          "image/jpeg", "urn:ihe:iti-fr:xds-sd:jpeg:2010",
          "image/tiff", "urn:ihe:iti-fr:xds-sd:tiff:2010");

  /** Read at the first use, then shared: every space needs them, and no one changes them. */
  private static final class Published {
    private static final ValueSets SETS = read();
  }

  /** The value sets of this version of Socle. */
  public static ValueSets load() {
    return Published.SETS;
  }

  private static ValueSets read() {
    return new ValueSets(
        CodeFile.read("class-code.txt"),
        CodeFile.read("type-code.txt"),
        CodeFile.read("format-code.txt"),
        CodeFile.read("confidentiality-code.txt"),
        CodeFile.read("header-confidentiality.txt"),
        CodeFile.read("healthcare-facility-type-code.txt"),
        CodeFile.read("practice-setting-code.txt"),
        CodeFile.read("content-type-code.txt"),
        CodeFile.read("author-specialty.txt"),
        CodeFile.read("function-code.txt"),
        CodeFile.read("encounter-code.txt"),
        CodeFile.read("civility.txt"),
        CodeFile.read("professional-title.txt"),
        CodeFile.read("administrative-gender.txt"));
  }

  /** The class of a type of document by the national table; empty when the sheet has it not. */
  public static Optional<String> classOf(String typeCode) {
    return TypeClass.find(CLASSES, typeCode, TypeClass.Source.TABLE);
  }

  /**
   * The class that official packages, or types of the same family, give to a type that the sheet
   * has not of the national table.
   */
  public static Optional<String> seenClassOf(String typeCode) {
    return TypeClass.find(CLASSES, typeCode, TypeClass.Source.SEEN);
  }

  /** The format of an unstructured document whose body has a media type. */
  public static Optional<String> formatOf(String mediaType) {
    return Optional.ofNullable(FORMAT_OF_MEDIA.get(mediaType));
  }
}
