package fr.socle.dmp.registry;

import static fr.socle.dmp.Messages.example;
import static fr.socle.dmp.registry.CdaFeeding.own;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.DmpWindow;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on documents sent one after the other. */
public class DocumentsOfAWindowTest {
  private static final Caller CALLER = new Caller();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  private static final String DELETED = "urn:asip:ci-sis:2010:StatusType:Deleted";
  private static final String VERSION = "<versionNumber value=\"1\"/>";
  private static final String SERIES = "extension=\"S1\"";
  private static final String TEXT = "Q29tcHRlIHJlbmR1IGZpY3RpZi4=";
  private static final String PLACE = "<componentOf>";

  private JudgedDmp dmp;
  private DmpWindow window;

  @BeforeEach
  void open() {
    dmp = new JudgedDmp(Map.of());
    dmp.authorize(Certificates.HOLDER, false);
    window = new DmpWindow(dmp);
    window.call(CALLER.byCard("patients", Messages.TD0_2, example("td0.2")));
  }

  @AfterEach
  void close() {
    dmp.close();
  }

  @Test
  void otherDocumentsBreakNoRule() {
    send(CdaFeeding.of(1));
    send(CdaFeeding.of(2).identified("D2").document(SERIES, "extension=\"S2\""));

    assertThat(window.broken()).isEmpty();
  }

  /** A replacement that only says that it is one: dmp.md 5.6 bis, EX_GEN-1060. */
  @Test
  void theSameDocumentSentAgainIsFound() {
    send(CdaFeeding.of(1));
    send(replacement().document("20260115103000+0100", "20260115104500+0100"));

    assertThat(window.broken()).containsExactly("DMP-T33-2");
  }

  @Test
  void theSameBytesWithOtherMetadataAreADocumentThatChanged() {
    send(CdaFeeding.of(1));
    send(CdaFeeding.of(2).metadata("Compte rendu de consultation", "Consultation"));

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void theSameDocumentAfterAFaultOfOursIsNoRepetition() {
    send(CdaFeeding.of(1), "coupure");
    send(CdaFeeding.of(2));

    assertThat(window.broken()).isEmpty();
  }

  /** Its sender may never have got the answer: the bench cannot tell. */
  @Test
  void theSameDocumentUnderTheSameIdentifierMayBeARetry() {
    send(CdaFeeding.of(1));
    send(CdaFeeding.of(1));

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void aDocumentMayComeBackAfterItsDeletion() {
    send(CdaFeeding.of(1));
    window.call(
        CALLER.byCard(
            "registry",
            Wire.UPDATE,
            own(METADATA.update("1.2.3.4.8", Metadata.status(entryUuid(), APPROVED, DELETED)))));
    send(CdaFeeding.of(2));

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void aNewVersionReplacesTheFormerOne() {
    send(CdaFeeding.of(1));
    send(replacement().document(TEXT, Base64.getEncoder().encodeToString("Autre".getBytes(UTF_8))));

    assertThat(window.broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"<versionNumber value='2'/>, <versionNumber value='1'/>", "S1, S2"})
  void aReplacementThatIsNoLaterVersionOfTheSameSeriesIsFound(String right, String wrong) {
    send(CdaFeeding.of(1));
    send(
        replacement()
            .document(TEXT, Base64.getEncoder().encodeToString("Autre".getBytes(UTF_8)))
            .document(right.replace('\'', '"'), wrong.replace('\'', '"')));

    assertThat(window.broken()).containsExactly("DMP-T35-2");
  }

  @Test
  void aNewVersionBesideTheFormerOneIsFound() {
    send(CdaFeeding.of(1));
    send(
        CdaFeeding.of(2)
            .identified("D2")
            .document(VERSION, "<versionNumber value=\"2\"/>")
            .document(TEXT, Base64.getEncoder().encodeToString("Autre".getBytes(UTF_8))));

    assertThat(window.broken()).containsExactly("DMP-T35-1");
  }

  @Test
  void afterALostAnswerTheSameVersionUnderAnotherIdentifierIsFound() {
    send(CdaFeeding.of(1), "coupure");
    send(CdaFeeding.of(2).identified("D2"));

    assertThat(window.broken()).containsExactly("DMP-T36-1");
  }

  @Test
  void afterALostAnswerALaterVersionIsNoDuplicate() {
    send(CdaFeeding.of(1), "coupure");
    send(CdaFeeding.of(2).identified("D2").document(VERSION, "<versionNumber value=\"2\"/>"));

    assertThat(window.broken()).isEmpty();
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return Stream.of("DMP-T33-2", "DMP-T35-1", "DMP-T35-2", "DMP-T36-1");
  }

  /** The document of the first feeding, in a second version that replaces it. */
  private CdaFeeding replacement() {
    return CdaFeeding.of(2)
        .identified("D2")
        .document(VERSION, "<versionNumber value=\"2\"/>")
        .document(
            PLACE,
            "<relatedDocument typeCode=\"RPLC\"><parentDocument><id"
                + " root=\"1.3.6.1.4.1.32473.20\" extension=\"D1\"/></parentDocument>"
                + "</relatedDocument>"
                + PLACE)
        .with(Metadata.replaces("Document01", entryUuid()));
  }

  private void send(CdaFeeding feeding, String... faults) {
    window.call(feeding.by(CALLER), faults);
  }

  private String entryUuid() {
    return new String(
            dmp.serve(
                    CALLER.byCard(
                        "registry",
                        Wire.FIND,
                        Metadata.query(
                            "14d4debf-8f97-4251-9a74-a90016b0af0d",
                            "LeafClass",
                            Metadata.slot("$XDSDocumentEntryStatus", "('" + APPROVED + "')"))))
                .answer()
                .body(),
            UTF_8)
        .replaceAll("(?s).*ExtrinsicObject id=\"([^\"]+)\".*", "$1");
  }
}
