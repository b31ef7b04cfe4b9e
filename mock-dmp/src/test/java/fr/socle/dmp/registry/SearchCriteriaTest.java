package fr.socle.dmp.registry;

import static fr.socle.dmp.registry.CdaFeeding.own;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each parameter of a search of documents finds the document it describes, and no other. */
class SearchCriteriaTest {
  private static final Caller CALLER = new Caller();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  private static final JudgedDocuments DMP = new JudgedDocuments(Map.of());

  @BeforeAll
  static void feed() {
    DMP.authorize(Certificates.HOLDER, false);
    String entry =
        METADATA
            .images("Document01", "1.2.3.5.1", "INVISIBLE_PATIENT")
            .replaceFirst(
                "<rim:Name>", Metadata.slot("serviceStopTime", "20260115092000") + "<rim:Name>")
            .replace(
                "</rim:ExtrinsicObject>",
                Metadata.event("Document01", "MR", "1.2.250.1.213.1.1.5.618")
                    + "</rim:ExtrinsicObject>");
    assertThat(
            DMP.answer(
                JudgedDocuments.feeding(
                    CALLER,
                    own(METADATA.feeding("1.2.3.4.1", entry, List.of("Document01"))),
                    Map.of("Document01@lps", "un".getBytes(UTF_8)))))
        .contains("ResponseStatusType:Success");
  }

  @AfterAll
  static void close() {
    DMP.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ClassCode | ('31^^1.2.250.1.213.1.1.4.1') | ('10^^1.2.250.1.213.1.1.4.1')",
        "TypeCode | ('IMG-KOS^^1.2.250.1.213.1.1.4.12') | ('IMG-KOS^^1.2.3')",
        "FormatCode | ('1.2.840.10008.5.1.4.1.1.88.59^^1.2.840.10008.2.6.1') | ('urn:x^^1.2.3')",
        "PracticeSettingCode | ('AMBULATOIRE') | ('HAD')",
        "HealthcareFacilityTypeCode | ('SA07^^1.2.250.1.71.4.2.4') | ('SA01^^1.2.250.1.71.4.2.4')",
        "ConfidentialityCode | ('INVISIBLE_PATIENT') | ('MASQUE_PS')",
        "EventCodeList | ('MR^^1.2.250.1.213.1.1.5.618') | ('CT^^1.2.250.1.213.1.1.5.618')",
        "CreationTimeFrom | 20260115093000 | 20260115093001",
        "CreationTimeTo | 20260115093001 | 20260115093000",
        "ServiceStartTimeFrom | 20260115090000 | 20260115090001",
        "ServiceStartTimeTo | 20260115090001 | 20260115090000",
        "ServiceStopTimeFrom | 20260115092000 | 20260115092001",
        "ServiceStopTimeTo | 20260115092001 | 20260115092000",
        "AuthorPerson | ('%DUPONT-TEST%') | ('%DURAND%')"
      })
  void aParameterFindsWhatItSaysAndNothingElse(String name, String right, String wrong) {
    assertThat(found(name, right)).contains("totalResultCount=\"1\"");
    assertThat(found(name, wrong)).contains("totalResultCount=\"0\"");
  }

  private static String found(String name, String value) {
    return DMP.answer(
        CALLER.byCard(
            "registry",
            Wire.FIND,
            Metadata.query(
                "14d4debf-8f97-4251-9a74-a90016b0af0d",
                "LeafClass",
                Metadata.slot("$XDSDocumentEntryPatientId", "'" + Messages.PATIENT + "'"),
                Metadata.slot("$XDSDocumentEntryStatus", "('" + APPROVED + "')"),
                Metadata.slot("$XDSDocumentEntry" + name, value))));
  }
}
