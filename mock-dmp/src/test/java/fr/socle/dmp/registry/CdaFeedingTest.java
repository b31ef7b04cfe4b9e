package fr.socle.dmp.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.DmpWindow;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A CDA fed to the DMP, judged by all the rules of the service: right, and broken in one way. */
public class CdaFeedingTest {
  private static final Caller CALLER = new Caller();
  private static final String OLD = "urn:uuid:6f1b3d1e-7a52-4d18-8c2f-000000000101";
  private static final String RELATED =
      "<relatedDocument typeCode=\"RPLC\"><parentDocument><id root=\"1.3.6.1.4.1.32473.20\""
          + " extension=\"D0\"/></parentDocument></relatedDocument>";
  private static final String PLACE = "<componentOf>";

  private JudgedDocuments dmp;

  @BeforeEach
  void open() {
    dmp = new JudgedDocuments(Map.of());
    dmp.authorize(Certificates.HOLDER, false);
  }

  @AfterEach
  void close() {
    dmp.close();
  }

  @Test
  void aRightDocumentBreaksNoRuleAndIsTaken() {
    CdaFeeding right = CdaFeeding.right();

    assertThat(dmp.findings(right.by(CALLER))).isEmpty();
    assertThat(dmp.answer(CdaFeeding.of(2).identified("D2").by(CALLER)))
        .contains("ResponseStatusType:Success");
  }

  @Test
  void aReplacementSaidByTheAssociationAndByTheDocumentBreaksNoRule() {
    assertThat(dmp.findings(replacing().with(Metadata.replaces("Document01", OLD)).by(CALLER)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void oneBrokenInOneWayIsFound(String rule, UnaryOperator<CdaFeeding> bend) {
    assertThat(dmp.findings(bend.apply(CdaFeeding.right()).by(CALLER))).containsExactly(rule);
  }

  static Stream<Arguments> oneBrokenInOneWayIsFound() {
    String digest = "0123456789012345678901234567890123456789";
    return Stream.of(
        bent("DMP-T24-1", each -> replacing()),
        bent("DMP-T24-1", each -> each.with(Metadata.replaces("Document01", OLD))),
        bent("DMP-T26-1", each -> each.document("</ClinicalDocument>", "")),
        bent("XDS-AC-01", each -> described(each, "hash", digest)),
        bent("XDS-AC-02", each -> described(each, "size", "3")),
        bent("XDS-AC-04", each -> each.document("extension=\"D1\"", "extension=\"D9\"")),
        bent(
            "XDS-AC-07",
            each ->
                each.document(
                    "<effectiveTime value=\"20260115103000+0100\"/>",
                    "<effectiveTime value=\"20260115113000+0100\"/>")),
        bent("XDS-AC-09", each -> each.metadata("xds-sd:text", "xds-sd:pdf")),
        bent("CDA-EN-02", each -> each.document("POCD_HD000040", "POCD_HD000041")),
        bent("CDA-PA-03", each -> each.document("<birthTime value=\"19750301\"/>", "")),
        bent("CDA-AU-06", each -> each.document("<signatureCode code=\"S\"/>", "")),
        bent("CDA-AC-05", each -> each.document("code=\"AMB\"", "code=\"XXX\"")),
        bent(
            "CDA-AP-01",
            each -> each.document("<custodian>", "<dataEnterer/><dataEnterer/><custodian>")),
        bent("CDA-CO-03", each -> each.document("representation=\"B64\"", "representation=\"X\"")),
        bent("CDA-CO-05", each -> each.document(" representation=\"B64\"", "")));
  }

  private static CdaFeeding described(CdaFeeding feeding, String slot, String value) {
    return feeding.metadata(
        "Compte rendu de consultation\"/></rim:Name>",
        "Compte rendu de consultation\"/></rim:Name>" + Metadata.slot(slot, value));
  }

  private static Arguments bent(String rule, UnaryOperator<CdaFeeding> bend) {
    return Arguments.of(rule, bend);
  }

  private static CdaFeeding replacing() {
    return CdaFeeding.right().document(PLACE, RELATED + PLACE);
  }

  /** dmp.md 3.2: what a media type is called changes nothing of what is asked of a CDA. */
  @ParameterizedTest
  @CsvSource({
    "application/xslt+xml, CDA-EN-02",
    "text/XML, CDA-EN-02 XDS-VA-07",
    "text/xml; charset=UTF-8, CDA-EN-02 XDS-VA-07"
  })
  void aCdaIsReadWhateverItsMediaTypeIsCalled(String type, String rules) {
    CdaFeeding broken = CdaFeeding.right().document("POCD_HD000040", "POCD_HD000041");

    assertThat(
            dmp.findings(
                broken
                    .metadata(
                        "<rim:ExtrinsicObject id=\"Document01\"  mimeType=\"text/xml\"",
                        "<rim:ExtrinsicObject id=\"Document01\"  mimeType=\"" + type + "\"")
                    .by(CALLER)))
        .containsExactlyInAnyOrder(rules.split(" ", -1));
  }

  /** dmp.md 5.6 bis (EX_GEN-1060): a text of white space says nothing. */
  @ParameterizedTest
  @CsvSource({"<text/>, DMP-T33-1", "<text>Rien à signaler.</text>, ''", "<entry/>, ''"})
  void aStructuredDocumentThatSaysNothingIsEmpty(String inside, String rule) {
    String whole = CdaFeeding.right().cda();
    String body =
        whole.substring(
            whole.indexOf("<nonXMLBody>"),
            whole.indexOf("</nonXMLBody>") + "</nonXMLBody>".length());
    CdaFeeding feeding =
        CdaFeeding.right()
            .document(
                body,
                "<structuredBody><component><section>"
                    + inside
                    + "</section></component></structuredBody>");

    assertThat(dmp.findings(feeding.by(CALLER)))
        .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  /** dmp.md 5.6 bis (EX_2.1-2035). */
  @ParameterizedTest
  @CsvSource({"2023.01, ''", "2021.01, DMP-T26-2"})
  void aVaccinationNoteIsOfTheVersionThatTheDmpTakes(String version, String rule) {
    String template = "<templateId root=\"1.2.250.1.213.1.1.1.46\" extension=\"" + version + "\"/>";
    String sd = "<templateId root=\"1.3.6.1.4.1.19376.1.2.20\"/>";

    assertThat(dmp.findings(CdaFeeding.right().document(sd, sd + template).by(CALLER)))
        .isEqualTo(rule.isEmpty() ? List.of("CDA-CO-02") : List.of("CDA-CO-02", rule));
  }

  /** dmp.md 3.4: the DMP says by a parameter whether it may. */
  @Test
  void aDocumentHiddenFromBothIsFoundUnlessTheDmpTakesIt() {
    CdaFeeding hidden =
        CdaFeeding.right()
            .metadata(
                "<rim:Classification id=\"Document01-auteur\"",
                Metadata.visibility("Document01", "MASQUE_PS")
                    + Metadata.visibility("Document01", "INVISIBLE_PATIENT")
                    + "<rim:Classification id=\"Document01-auteur\"");

    assertThat(dmp.findings(hidden.by(CALLER))).containsExactly("XDS-CO-07");
    try (JudgedDocuments open = new JudgedDocuments(Map.of("dmp.cumul-masques", "oui"))) {
      assertThat(open.findings(hidden.by(CALLER))).isEmpty();
    }
  }

  @Test
  void aWindowKeepsNoBytes() {
    DmpWindow window = new DmpWindow(dmp.dmp());
    window.call(CdaFeeding.right().by(CALLER));

    assertThat(window.message(0).request().attachments()).isEmpty();
    assertThat(String.valueOf(window.message(0).content())).doesNotContain("bytes=");
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return Stream.concat(
        oneBrokenInOneWayIsFound().map(each -> String.valueOf(each.get()[0])),
        Stream.of("XDS-CO-07", "DMP-T26-2"));
  }
}
