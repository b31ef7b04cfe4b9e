package fr.socle.documents.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.documents.Samples;
import fr.socle.documents.SeenFindings;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metadata beside their document: what is compared, and what is not. */
class AgreementRulesTest {
  private static final ValueSets CODES = ValueSets.load();
  private static final List<DocumentRule<DocumentEntry>> ENTRY = MetadataRules.ofDocuments(CODES);
  private static final List<DocumentRule<DescribedDocument>> AGREEMENT =
      MetadataRules.againstDocuments(CODES);
  private static final String CONFIDENTIALITY = "2.16.840.1.113883.5.25";
  private static final String VISIBILITY = "1.2.250.1.213.1.1.4.13";

  @ParameterizedTest
  @CsvSource({"20260115093000, XDS-AC-13", "20260115092000,", ", XDS-AC-13"})
  void theEndOfTheActIsThatOfTheHeader(String stop, String rule) throws Exception {
    byte[] bytes =
        Samples.n1()
            .replaceFirst(
                "<low value=\"20260115100000\\+0100\"/>",
                "<low value=\"20260115100000+0100\"/><high value=\"20260115102000+0100\"/>")
            .getBytes(UTF_8);
    RegistryObjectBuilder entry = Samples.entry();
    if (stop != null) {
      entry.slot("serviceStopTime", stop);
    }

    assertThat(
            SeenFindings.rules(
                AGREEMENT,
                DescribedDocument.of(
                    new DocumentEntry(entry.build()), CdaDocument.read(bytes), bytes)))
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.250.1.213.1.1.1.13, urn:asip:ci-sis:vsm:2012, ''",
    "1.2.250.1.213.1.1.1.13, urn:asip:ci-sis:vsm:2025, ''",
    "1.2.250.1.213.1.1.1.13, urn:ihe:lab:xd-lab:2008, XDS-AC-14",
    "1.2.250.1.213.1.1.1.99, urn:ihe:lab:xd-lab:2008, ''"
  })
  void theFormatOfAStructuredDocumentIsThatOfItsModel(String model, String format, String rule)
      throws Exception {
    String n1 = Samples.n1();
    byte[] bytes =
        (n1.substring(0, n1.indexOf("<nonXMLBody>"))
                + "<structuredBody/>"
                + n1.substring(n1.indexOf("</nonXMLBody>") + "</nonXMLBody>".length()))
            .replace("1.3.6.1.4.1.19376.1.2.20", model)
            .getBytes(UTF_8);
    DocumentEntry entry =
        new DocumentEntry(
            Samples.entry()
                .codes(Scheme.FORMAT_CODE, new Coded(format, "1.2.250.1.213.1.1.4.2.282", "Format"))
                .build());

    assertThat(
            SeenFindings.rules(
                AGREEMENT, DescribedDocument.of(entry, CdaDocument.read(bytes), bytes)))
        .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource({"M, N", "L, N", "U, R", "R, R"})
  void theConfidentialityOfAHeaderCountsWhereMetadataCanSayIt(String header, String entry)
      throws Exception {
    byte[] bytes = Samples.n1().replace("\"N\"", '"' + header + '"').getBytes(UTF_8);
    DocumentEntry described =
        new DocumentEntry(
            Samples.entry()
                .codes(
                    Scheme.CONFIDENTIALITY_CODE,
                    new Coded(entry, CONFIDENTIALITY, "Confidentialité"),
                    new Coded("N", CONFIDENTIALITY, "Normal"),
                    new Coded("MASQUE_PS", VISIBILITY, "Masqué"))
                .build());

    assertThat(
            SeenFindings.of(
                AGREEMENT, DescribedDocument.of(described, CdaDocument.read(bytes), bytes)))
        .isEmpty();
    assertThat(SeenFindings.of(ENTRY, described)).isEmpty();
  }

  @Test
  void metadataAreNotBlamedForWhatTheHeaderLacks() throws Exception {
    byte[] bytes =
        Samples.n1()
            .replace("<id root=\"1.3.6.1.4.1.32473.20\" extension=\"D1\"/>", "")
            .replace("<languageCode code=\"fr-FR\"/>", "")
            .replace("<effectiveTime value=\"20260115103000+0100\"/>", "")
            .getBytes(UTF_8);
    DocumentEntry entry = new DocumentEntry(Samples.entry().build());

    assertThat(
            SeenFindings.of(AGREEMENT, DescribedDocument.of(entry, CdaDocument.read(bytes), bytes)))
        .isEmpty();
  }

  @Test
  void anIdentifierInAnotherLetterCaseIsAnotherAndAHashIsTheSame() throws Exception {
    byte[] bytes = Samples.n1().getBytes(UTF_8);
    CdaDocument document = CdaDocument.read(bytes);
    RegistryObjectBuilder entry = Samples.entry();
    String digest =
        DescribedDocument.of(new DocumentEntry(entry.build()), document, bytes).digest();

    assertThat(
            SeenFindings.rules(
                AGREEMENT,
                DescribedDocument.of(
                    new DocumentEntry(
                        entry
                            .slot("hash", digest.toUpperCase(Locale.ROOT))
                            .identifier(Scheme.UNIQUE_ID, "1.3.6.1.4.1.32473.20^d1")
                            .build()),
                    document,
                    bytes)))
        .containsExactly("XDS-AC-04");
  }
}
