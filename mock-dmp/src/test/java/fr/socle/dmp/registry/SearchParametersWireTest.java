package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.registry.Wire.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of FindDocuments and the other stored queries of dmp.md 1.10, over the wire. */
class SearchParametersWireTest extends DocumentsOnTheWire {
  private static final String BY_REFERENCE = "12941a89-e02e-4be5-967c-ce4bfc8fe492";
  private static final String WITH_ASSOCIATIONS = "bab9529a-4a10-40b3-a01f-f68a615d247a";

  private Wire wire;

  @BeforeEach
  void feedOne() throws Exception {
    wire = wire(Map.of());
    Metadata metadata = new Metadata(wire.composite());
    String entry =
        metadata
            .images("Document01", "1.2.3.5.1", "INVISIBLE_PATIENT")
            .replaceFirst(
                "<rim:Name>", Metadata.slot("serviceStopTime", "20260115092000") + "<rim:Name>")
            .replace(
                "</rim:ExtrinsicObject>",
                Metadata.event("Document01", "MR", "1.2.250.1.213.1.1.5.618")
                    + "</rim:ExtrinsicObject>");
    Reply fed =
        wire.feed(
            metadata.feeding("1.2.3.4.1", entry, List.of("Document01")),
            Map.of("Document01@lps", "un".getBytes(UTF_8)));
    assertThat(fed.text()).contains(SUCCESS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "FormatCode | ('1.2.840.10008.5.1.4.1.1.88.59^^1.2.840.10008.2.6.1') | ('urn:x^^1.2.3')",
        "HealthcareFacilityTypeCode | ('SA07^^1.2.250.1.71.4.2.4') | ('SA01^^1.2.250.1.71.4.2.4')",
        "ConfidentialityCode | ('INVISIBLE_PATIENT') | ('MASQUE_PS')",
        "EventCodeList | ('MR^^1.2.250.1.213.1.1.5.618') | ('CT^^1.2.250.1.213.1.1.5.618')",
        "ServiceStartTimeFrom | 20260115090000 | 20260115090001",
        "ServiceStartTimeTo | 20260115090001 | 20260115090000",
        "ServiceStopTimeFrom | 20260115092000 | 20260115092001",
        "ServiceStopTimeTo | 20260115092001 | 20260115092000"
      })
  void aParameterFindsWhatItSaysAndNothingElse(String name, String right, String wrong)
      throws Exception {
    assertThat(found("$XDSDocumentEntry" + name, right)).contains("totalResultCount=\"1\"");
    assertThat(found("$XDSDocumentEntry" + name, wrong))
        .contains(SUCCESS)
        .contains("totalResultCount=\"0\"");
  }

  @Test
  void aReferenceFindsTheImagesOfItsStudy() throws Exception {
    assertThat(
            byReference("('1.3.6.1.4.1.32473.42^^^^urn:ihe:iti:xds:2016:studyInstanceUID')").text())
        .contains("totalResultCount=\"1\"");
    assertThat(
            byReference("('1.3.6.1.4.1.32473.43^^^^urn:ihe:iti:xds:2016:studyInstanceUID')").text())
        .contains("totalResultCount=\"0\"");
  }

  @Test
  void aDocumentComesWithItsLinks() throws Exception {
    Reply reply =
        wire.byCard(
            "registry",
            Wire.FIND,
            Metadata.query(
                WITH_ASSOCIATIONS,
                "LeafClass",
                Metadata.slot("$XDSDocumentEntryUniqueId", "('1.2.3.5.1')")));

    assertThat(reply.text())
        .contains(SUCCESS)
        .contains("<rim:ExtrinsicObject ", "AssociationType:HasMember");
  }

  private String found(String name, String value) throws Exception {
    return find(wire, APPROVED, Metadata.slot(name, value)).text();
  }

  private Reply byReference(String value) throws Exception {
    return wire.byCard(
        "registry",
        Wire.FIND,
        Metadata.query(
            BY_REFERENCE,
            "LeafClass",
            Metadata.slot("$XDSDocumentEntryPatientId", quoted(wire.composite())),
            Metadata.slot("$XDSDocumentEntryStatus", "('" + APPROVED + "')"),
            Metadata.slot("$XDSDocumentEntryReferenceIdList", value)));
  }
}
