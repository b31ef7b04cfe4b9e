package fr.socle.dmp.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search selects, and what is said of one that selects badly, over the wire. */
class SearchWireTest extends DocumentsOnTheWire {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "AuthorPerson | ('%DUPONT-TEST%') | ('%DURAND%')",
        "SourceId | ('1.3.6.1.4.1.32473.10') | ('1.3.6.1.4.1.32473.11')",
        "ContentType | ('07^^1.2.250.1.213.2.2') | ('03^^1.2.250.1.213.2.2')",
        "SubmissionTimeFrom | 20260115093000 | 20260115093001"
      })
  void submissionSetsAreFoundByWhatIsSaidOfThem(String criterion, String right, String wrong)
      throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");

    assertThat(sets(wire, Metadata.slot("$XDSSubmissionSet" + criterion, right)))
        .contains("totalResultCount=\"1\"");
    assertThat(sets(wire, Metadata.slot("$XDSSubmissionSet" + criterion, wrong)))
        .contains("totalResultCount=\"0\"");
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule)
        .doesNotContain("DMP-T29-8", "DMP-T29-10", "DMP-T29-11");
  }

  @Test
  void aCriterionThatIsNotLookedAtIsSaid() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");

    assertThat(sets(wire, Metadata.slot("$XDSSubmissionSetUniqueId", "('1.2.3.4.9')")))
        .contains("totalResultCount=\"1\"");

    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule, Finding::found)
        .contains(tuple("DMP-T29-10", "$XDSSubmissionSetUniqueId"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$XDSDocumentEntryStatus | ('urn:oasis:names:tc:ebxml-regrep:StatusType:Approuve') |"
            + " XDSRegistryError",
        "$XDSDocumentEntryCreationTimeFrom | 20260230 | XDSRegistryError",
        "$XDSDocumentEntryPatientId | {patient} | XDSStoredQueryParamNumber"
      })
  void whatSelectsNothingIsRefusedWhereTheSpaceSaysSo(String criterion, String value, String error)
      throws Exception {
    for (String setting : new String[] {"ignore", "refuse"}) {
      Wire wire = wire(Map.of("dmp.criteres-faux", setting));
      feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");

      String answer =
          find(
                  wire,
                  APPROVED,
                  Metadata.slot(criterion, value.replace("{patient}", quoted(wire.composite()))))
              .text();

      assertThat(answer)
          .contains(setting.equals("refuse") ? "errorCode=\"" + error + "\"" : SUCCESS);
      assertThat(bench.findings(wire.space().id(), null))
          .extracting(Finding::rule)
          .contains("DMP-T29-11");
    }
  }

  /** dmp.md 1.10: 3.1b is by uniqueId. */
  @ParameterizedTest
  @CsvSource({"UniqueId, DMP TD3.1b", "EntryUUID, DMP TD3.1a"})
  void aReferenceIsAskedByTheIdentifierOfTheDocument(String criterion, String transaction)
      throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    String uuid = only(find(wire, APPROVED)).group(1);
    String value = criterion.equals("UniqueId") ? "1.2.3.5.1" : uuid;

    assertThat(
            wire.byCard(
                    "registry",
                    Wire.FIND,
                    Metadata.query(
                        GET_DOCUMENTS,
                        "ObjectRef",
                        Metadata.slot("$XDSDocumentEntry" + criterion, "('" + value + "')")))
                .text())
        .contains("<rim:ObjectRef id=\"" + uuid);

    assertThat(bench.exchanges(wire.space().id(), 0, null).exchanges())
        .last()
        .extracting(Exchange::transaction)
        .isEqualTo(transaction);
  }

  private static String sets(Wire wire, String criterion) throws Exception {
    return wire.byCard(
            "registry",
            Wire.FIND,
            Metadata.query(
                FIND_SETS,
                "LeafClass",
                Metadata.slot("$XDSSubmissionSetPatientId", quoted(wire.composite())),
                Metadata.slot("$XDSSubmissionSetStatus", "('" + APPROVED + "')"),
                criterion))
        .text();
  }
}
