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
    ValueSet professionalTitle) {

  // dmp.md 3.5 (S:NOS), table ASS_X16: what the sheet gives of it.
  private static final Map<String, List<String>> TYPES_BY_CLASS =
      Map.of(
          "10",
          List.of(
              "11488-4", "11490-0", "11502-2", "11505-5", "11506-3", "15507-7", "34112-3",
              "34794-8", "34874-8", "47420-5", "51969-4", "60568-3", "70004-7", "96349-6",
              "15508-5", "34749-2", "77436-4", "59283-2", "67851-6", "85208-7", "78513-9",
              "83981-1"),
          "11",
          List.of("18761-7", "34133-9", "60591-5", "74207-2", "SYNTH"),
          "31",
          List.of("18748-4", "IMG-KOS"),
          "42",
          List.of(
              "55115-0",
              "57828-6",
              "57832-8",
              "57833-6",
              "PRESC-BIO",
              "PRESC-KINE",
              "PRESC-INF",
              "PRESC-AAT"),
          "43",
          List.of("60593-1", "DISP_AUT"),
          "44",
          List.of("18776-5", "PROT_ALD"),
          "45",
          List.of("80565-5"),
          "52",
          List.of("11369-6", "87273-9", "89601-9", "96173-0", "96874-3", "CERT_DECL"),
          "60",
          List.of("REMB"),
          "90",
          List.of(
              "EXPPAT_1",
              "EXPPAT_2",
              "EXPPAT_3",
              "DOCPAT01",
              "DOCPAT02",
              "DOCPAT03",
              "DOCPAT04",
              "DOCPAT05",
              "DOCPAT06",
              "DOCPAT07",
              "DOCPAT08",
              "DOCPAT09"));

  // cda.md 2.6 (S: NOS), association A12.
  private static final Map<String, String> FORMAT_OF_MEDIA =
      Map.of(
          "application/pdf", "urn:ihe:iti:xds-sd:pdf:2008",
          "text/plain", "urn:ihe:iti:xds-sd:text:2008",
          "text/rtf", "urn:ihe:iti-fr:xds-sd:rtf:2010",
          "image/jpeg", "urn:ihe:iti-fr:xds-sd:jpeg:2010",
          "image/tiff", "urn:ihe:iti-fr:xds-sd:tiff:2010");

  /** The value sets of this version of Socle. */
  public static ValueSets load() {
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
        CodeFile.read("professional-title.txt"));
  }

  /** The class of a type of document; empty when no source says it. */
  public static Optional<String> classOf(String typeCode) {
    return TYPES_BY_CLASS.entrySet().stream()
        .filter(each -> each.getValue().contains(typeCode))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The format of an unstructured document whose body has a media type. */
  public static Optional<String> formatOf(String mediaType) {
    return Optional.ofNullable(FORMAT_OF_MEDIA.get(mediaType));
  }
}
