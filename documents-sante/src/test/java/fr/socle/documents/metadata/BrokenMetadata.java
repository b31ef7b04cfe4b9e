package fr.socle.documents.metadata;

import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Metadata broken in one way each, beside the rule that says so. */
final class BrokenMetadata {
  private static final String CONFIDENTIALITY = "2.16.840.1.113883.5.25";
  private static final String VISIBILITY = "1.2.250.1.213.1.1.4.13";

  private BrokenMetadata() {}

  static Stream<Arguments> entries() {
    return Stream.of(
        entry("XDS-DE-01", b -> b.identifier(Scheme.UNIQUE_ID, "")),
        entry("XDS-DE-02", b -> b.identifier(Scheme.PATIENT_ID, "")),
        entry("XDS-DE-03", b -> b.slot("sourcePatientId")),
        entry("XDS-DE-04", b -> b.authors(Scheme.AUTHOR)),
        entry("XDS-DE-05", b -> b.slot("legalAuthenticator")),
        entry("XDS-DE-06", b -> b.codes(Scheme.CLASS_CODE)),
        entry("XDS-DE-07", b -> b.codes(Scheme.TYPE_CODE)),
        entry("XDS-DE-08", b -> b.codes(Scheme.FORMAT_CODE)),
        entry("XDS-DE-09", b -> b.codes(Scheme.CONFIDENTIALITY_CODE)),
        entry("XDS-DE-10", b -> b.codes(Scheme.HEALTHCARE_FACILITY_TYPE_CODE)),
        entry("XDS-DE-11", b -> b.codes(Scheme.PRACTICE_SETTING_CODE)),
        entry("XDS-DE-12", b -> b.slot("creationTime")),
        entry("XDS-DE-13", b -> b.slot("serviceStartTime")),
        entry("XDS-DE-14", b -> b.slot("serviceStopTime", "20260115093000", "20260115093001")),
        entry("XDS-DE-15", b -> b.slot("languageCode")),
        entry("XDS-DE-16", b -> b.attribute("mimeType", "")),
        entry("XDS-DE-17", b -> b.name(" ")),
        entry("XDS-DE-18", b -> b.slot("sourcePatientInfo")),
        entry("XDS-PE-01", b -> b.authors(Scheme.AUTHOR, author(List.of()))),
        entry("XDS-PE-02", b -> b.authors(Scheme.AUTHOR, author(List.of("899900099997^DUPONT")))),
        entry(
            "XDS-PE-03",
            b ->
                b.authors(
                    Scheme.AUTHOR, new Author(List.of("CABINET"), person(), List.of(), List.of()))),
        entry("XDS-PE-04", b -> b.slot("legalAuthenticator", "DUPONT-TEST")),
        entry(
            "XDS-PE-05",
            b ->
                b.authors(
                    Scheme.AUTHOR,
                    new Author(
                        List.of(), person(), List.of(), List.of("X^Y^1.2.250.1.213.1.1.4.5")))),
        entry("XDS-PE-06", b -> b.identifier(Scheme.PATIENT_ID, "1^^^&1.2.3&ISO^PI")),
        entry(
            "XDS-PE-07",
            b -> b.identifier(Scheme.PATIENT_ID, "275039999901192^^^&1.2.250.1.213.1.4.10&ISO^NH")),
        entry("XDS-PE-08", b -> b.slot("sourcePatientId", "IPP-1")),
        entry("XDS-PE-09", b -> b.slot("sourcePatientInfo", "PID-5|TESTEUR^ALMA^^^^^L", "PID-8|F")),
        entry("XDS-PE-08", b -> b.slot("sourcePatientId", "275039999901191^^^&1.2.3&ISO^NH")),
        entry(
            "XDS-PE-02",
            b ->
                b.authors(
                    Scheme.AUTHOR,
                    author(List.of("275039999901191^TESTEUR^ALMA^^^^^^&1.2.3&ISO^D^^^NH")))),
        entry(
            "XDS-PE-10",
            b -> b.slot("legalAuthenticator", person().get(0).replace("899900099997", "8999"))),
        entry(
            "XDS-PE-10",
            b ->
                b.authors(
                    Scheme.AUTHOR,
                    new Author(
                        List.of("CABINET^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^750999997"),
                        person(),
                        List.of(),
                        List.of()))),
        entry(
            "XDS-PE-11",
            b -> b.slot("sourcePatientInfo", "PID-5|TESTEUR^ALMA", "PID-7|19750301", "PID-8|F")),
        entry(
            "XDS-PE-11",
            b ->
                b.slot(
                    "sourcePatientInfo",
                    "PID-5|TESTEUR^ALMA^^^^^D",
                    "PID-7|1975-03-01",
                    "PID-8|F")),
        entry(
            "XDS-PE-11",
            b ->
                b.slot(
                    "sourcePatientInfo",
                    "PID-5|TESTEUR^ALMA^^^^^D",
                    "PID-7|19750301",
                    "PID-8|femme")),
        entry(
            "XDS-PE-12",
            b ->
                b.authors(
                    Scheme.AUTHOR,
                    new Author(List.of(), person(), List.of("PCP", "ATTPHYS"), List.of()))),
        entry(
            "XDS-CO-02",
            b -> b.codes(Scheme.TYPE_CODE, new Coded("99999-9", "2.16.840.1.113883.6.1", "Autre"))),
        entry(
            "XDS-CO-03",
            b -> b.codes(Scheme.CLASS_CODE, new Coded("11", "1.2.250.1.213.1.1.4.1", "Synthèse"))),
        entry(
            "XDS-CO-01", b -> b.codes(Scheme.CLASS_CODE, new Coded("10", "1.2.3", "Compte rendu"))),
        entry("XDS-CO-04", b -> b.codes(Scheme.FORMAT_CODE, new Coded("urn:x", "1.2.3", "Autre"))),
        entry(
            "XDS-CO-05",
            b ->
                b.codes(
                    Scheme.CONFIDENTIALITY_CODE,
                    new Coded("N", CONFIDENTIALITY, "Normal"),
                    new Coded("SECRET", VISIBILITY, "Secret"))),
        entry(
            "XDS-CO-06",
            b ->
                b.codes(Scheme.CONFIDENTIALITY_CODE, new Coded("MASQUE_PS", VISIBILITY, "Masqué"))),
        entry(
            "XDS-CO-07",
            b ->
                b.codes(
                    Scheme.CONFIDENTIALITY_CODE,
                    new Coded("N", CONFIDENTIALITY, "Normal"),
                    new Coded("MASQUE_PS", VISIBILITY, "Masqué"),
                    new Coded("INVISIBLE_PATIENT", VISIBILITY, "Invisible"))),
        entry(
            "XDS-CO-08",
            b ->
                b.codes(
                    Scheme.HEALTHCARE_FACILITY_TYPE_CODE,
                    new Coded("SA99", "1.2.250.1.71.4.2.4", "Autre"))),
        entry(
            "XDS-CO-09",
            b ->
                b.codes(
                    Scheme.PRACTICE_SETTING_CODE,
                    new Coded("AILLEURS", "1.2.250.1.213.1.1.4.9", "Ailleurs"))),
        entry(
            "XDS-CO-10",
            b -> b.codes(Scheme.CONFIDENTIALITY_CODE, new Coded("N", CONFIDENTIALITY, ""))),
        entry("XDS-CO-11", b -> b.codes(Scheme.EVENT_CODE, new Coded("1", "1.2.3", "Acte local"))),
        entry(
            "XDS-CO-12",
            b ->
                b.codes(
                        Scheme.TYPE_CODE,
                        new Coded("29274-8", "2.16.840.1.113883.6.1", "Mesures de signes vitaux"))
                    .codes(
                        Scheme.CLASS_CODE, new Coded("11", "1.2.250.1.213.1.1.4.1", "Synthèse"))),
        entry("XDS-VA-01", b -> b.attribute("objectType", "urn:uuid:1")),
        entry("XDS-VA-02", b -> b.identifier(Scheme.UNIQUE_ID, "document-1")),
        entry("XDS-VA-03", b -> b.slot("creationTime", "20260115")),
        entry("XDS-VA-03", b -> b.slot("creationTime", "20260231093000")),
        entry("XDS-VA-04", b -> b.slot("creationTime", "20260115103000+0100")),
        entry("XDS-VA-05", b -> b.slot("serviceStopTime", "20260115085959")),
        entry("XDS-VA-06", b -> b.slot("hash", "abc")),
        entry("XDS-VA-07", b -> b.attribute("mimeType", "application/pdf")),
        entry("XDS-VA-08", b -> b.slot("languageCode", "français")),
        entry("XDS-VA-09", b -> b.name("x".repeat(129))));
  }

  static Stream<Arguments> sets() {
    return Stream.of(
        entry("XDS-SS-01", b -> b.identifier(Scheme.SUBMISSION_SET_UNIQUE_ID, "")),
        entry("XDS-SS-02", b -> b.identifier(Scheme.SOURCE_ID, "")),
        entry("XDS-SS-03", b -> b.identifier(Scheme.SUBMISSION_SET_PATIENT_ID, "")),
        entry("XDS-SS-04", b -> b.slot("submissionTime")),
        entry("XDS-SS-05", b -> b.authors(Scheme.SUBMISSION_SET_AUTHOR)),
        entry("XDS-SS-06", b -> b.codes(Scheme.CONTENT_TYPE_CODE)),
        entry("XDS-SS-07", b -> b.identifier(Scheme.SOURCE_ID, "logiciel")),
        entry("XDS-SS-08", b -> b.slot("submissionTime", "20260115103000+0100")),
        entry("XDS-SS-08", b -> b.slot("submissionTime", "99999999999999")),
        entry(
            "XDS-SS-09",
            b ->
                b.codes(
                    Scheme.CONTENT_TYPE_CODE, new Coded("SA01", "1.2.250.1.71.4.2.4", "Hôpital"))),
        entry(
            "XDS-SS-10", b -> b.identifier(Scheme.SUBMISSION_SET_PATIENT_ID, "1^^^&1.2.3&ISO^PI")),
        entry("XDS-SS-11", b -> b.authors(Scheme.SUBMISSION_SET_AUTHOR, author(List.of()))),
        entry(
            "XDS-SS-12",
            b -> b.authors(Scheme.SUBMISSION_SET_AUTHOR, author(List.of("899900099997^DUPONT")))),
        entry(
            "XDS-SS-12",
            b ->
                b.authors(
                    Scheme.SUBMISSION_SET_AUTHOR,
                    author(List.of(person().get(0).replace("899900099997", "8999000999"))))),
        entry(
            "XDS-SS-13",
            b ->
                b.authors(
                    Scheme.SUBMISSION_SET_AUTHOR,
                    new Author(List.of("CABINET"), person(), List.of(), List.of()))),
        entry(
            "XDS-SS-14",
            b ->
                b.authors(
                    Scheme.SUBMISSION_SET_AUTHOR,
                    new Author(List.of(), person(), List.of(), List.of("X^Y^1.2.3")))),
        entry(
            "XDS-SS-15",
            b ->
                b.identifier(
                    Scheme.SUBMISSION_SET_PATIENT_ID,
                    "275039999901192^^^&1.2.250.1.213.1.4.10&ISO^NH")),
        entry(
            "XDS-SS-16",
            b ->
                b.authors(
                    Scheme.SUBMISSION_SET_AUTHOR,
                    author(person()),
                    author(
                        List.of(
                            person()
                                .get(0)
                                .replace("899900099997^DUPONT", "899900099998^DURAND"))))));
  }

  static Stream<Arguments> disagreeing() {
    return Stream.of(
        entry("XDS-AC-01", b -> b.slot("hash", "0".repeat(40))),
        entry("XDS-AC-02", b -> b.slot("size", "1")),
        entry(
            "XDS-AC-03",
            b ->
                b.codes(Scheme.TYPE_CODE, new Coded("11490-0", "2.16.840.1.113883.6.1", "Lettre"))),
        entry("XDS-AC-04", b -> b.identifier(Scheme.UNIQUE_ID, "1.3.6.1.4.1.32473.20")),
        entry("XDS-AC-05", b -> b.slot("languageCode", "en-US")),
        entry(
            "XDS-AC-06",
            b ->
                b.codes(Scheme.CONFIDENTIALITY_CODE, new Coded("R", CONFIDENTIALITY, "Restreint"))),
        entry("XDS-AC-07", b -> b.slot("creationTime", "20260115103000")),
        entry(
            "XDS-AC-08",
            b -> b.identifier(Scheme.PATIENT_ID, "288027505612337^^^&1.2.250.1.213.1.4.10&ISO^NH")),
        entry(
            "XDS-AC-09",
            b ->
                b.codes(
                    Scheme.FORMAT_CODE,
                    new Coded("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3", "Texte"))),
        entry(
            "XDS-AC-10",
            b ->
                b.codes(
                    Scheme.HEALTHCARE_FACILITY_TYPE_CODE,
                    new Coded("SA08", "1.2.250.1.71.4.2.4", "Cabinet de groupe"))),
        entry(
            "XDS-AC-11",
            b ->
                b.codes(
                    Scheme.PRACTICE_SETTING_CODE,
                    new Coded("HAD", "1.2.250.1.213.1.1.4.9", "HAD"))),
        entry("XDS-AC-12", b -> b.slot("serviceStartTime", "20260115100000")));
  }

  private static Author author(List<String> persons) {
    return new Author(List.of(), persons, List.of(), List.of());
  }

  private static List<String> person() {
    return List.of("899900099997^DUPONT-TEST^LEA^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS");
  }

  private static Arguments entry(String rule, Consumer<RegistryObjectBuilder> breaking) {
    return Arguments.of(rule, breaking);
  }
}
