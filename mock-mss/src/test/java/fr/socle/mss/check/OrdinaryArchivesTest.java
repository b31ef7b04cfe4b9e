package fr.socle.mss.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.mss.check.Letter.Part;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What correct software attaches that looked like a fault once, and the fault beside it. */
class OrdinaryArchivesTest {
  private static final String SHEET = "application/vnd.openxmlformats-officedocument";

  @Test
  void anOfficeFileIsNoArchiveOfDocuments() {
    Letter letter = new Letter().plain();
    letter.parts.add(Letter.attached(SHEET, "releve.xlsx", office()));

    assertThat(Judged.rules(letter)).isEmpty();

    Letter called = new Letter().plain();
    called.parts.add(Letter.attached("application/zip", "IHE_XDM.ZIP", office()));
    assertThat(Judged.rules(called)).contains("MSS-XD-07");
  }

  private static byte[] office() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
    files.put("xl/metadata.xml", "<metadata/>".getBytes(UTF_8));
    return Letter.zip(files);
  }

  @Test
  void anArchiveIsKnownByItsFolderOrItsMetadataUnderAnotherName() {
    Letter folder = new Letter();
    folder.carries = false;
    folder.parts.add(Letter.attached("application/zip", "archive.zip", folder.zip()));
    assertThat(Judged.rules(folder)).containsExactly("MSS-PJ-01");

    Letter root = new Letter();
    root.files =
        all ->
            Set.copyOf(all.keySet())
                .forEach(path -> all.put(path.replace("IHE_XDM/", ""), all.remove(path)));
    root.carries = false;
    root.parts.add(Letter.attached("application/zip", "archive.zip", root.zip()));
    assertThat(Judged.rules(root)).contains("MSS-PJ-01", "MSS-XD-07").doesNotContain("MSS-EN-21");
  }

  @ParameterizedTest
  @ValueSource(strings = {"./DOC0001.XML", "DOC%30001.XML", "../SUBSET01/DOC0001.XML"})
  void aUriMayBeAnyRelativeReference(String uri) {
    assertThat(Judged.rules(metadata(text -> text.replace(">DOC0001.XML<", ">" + uri + "<"))))
        .isEmpty();
  }

  /** The reserve tells it: no rule says besides that the message carries no document. */
  @Test
  void aDocumentThatIsNotFoundOrNotReadIsToldOnce() {
    assertThat(Judged.rules(metadata(text -> text.replace(">DOC0001.XML<", ">AUTRE.XML<"))))
        .containsExactly("MSS-XD-12");

    Letter unreadable = new Letter();
    unreadable.files = all -> all.put(Letter.SUBSET + "DOC0001.XML", "<a>".getBytes(UTF_8));
    assertThat(Judged.rules(unreadable)).containsExactly("MSS-XD-14");

    Letter nothing = new Letter();
    nothing.files = all -> all.remove(Letter.SUBSET + "METADATA.XML");
    assertThat(Judged.rules(nothing)).containsExactly("MSS-XD-07");
  }

  @Test
  void anArchiveOfSomethingElseThanACdaIsStillBlamed() {
    Letter letter =
        metadata(text -> text.replace("mimeType=\"text/xml\"", "mimeType=\"application/pdf\""));
    letter.files = all -> all.put(Letter.SUBSET + "DOC0001.XML", Letter.PDF);

    assertThat(Judged.rules(letter)).contains("MSS-XD-13", "MSS-EN-21", "MSS-EN-23");
  }

  @Test
  void whatTheBenchAloneDoesNotReadIsNoFault() {
    Letter type = metadata(text -> text.replaceFirst("(<[a-z]*:?SubmitObjects)", "<!DOCTYPE a>$1"));
    assertThat(Judged.rules(type)).containsExactly("MSS-XD-16");

    Letter encoding =
        metadata(text -> text.replaceFirst("encoding=\"UTF-8\"", "encoding=\"INCONNU\""));
    assertThat(Judged.rules(encoding)).containsExactly("MSS-XD-16");

    Letter malformed = metadata(text -> text + "<");
    assertThat(Judged.rules(malformed)).containsExactly("MSS-XD-10");

    Letter empty = metadata(text -> "");
    assertThat(Judged.rules(empty)).containsExactly("MSS-XD-10");
  }

  @Test
  void anotherCompressionIsAReserve() {
    Letter letter = new Letter();
    letter.archive = zip -> MessageChecksTest.marked(zip, "INDEX.HTM", 10, 12);

    assertThat(Judged.rules(letter)).containsExactly("MSS-XD-06");
  }

  /** mssante.md 2.6: attached within the original and beside it, on purpose. */
  @Test
  void theArchiveOfAnotherThatGoesBackIsNotTheSenders() {
    Letter notice = returned("Document non intégré");
    assertThat(Judged.rules(notice)).isEmpty();

    Letter withHeaders = returned("Document non intégré");
    withHeaders.headers.put("X-MSS-CODECDA", "11488-4");
    withHeaders.headers.put("X-MSS-INS", "O");
    assertThat(Judged.rules(withHeaders)).isEmpty();

    Letter own = returned("Document non intégré");
    own.parts.set(
        2, Letter.attached("application/zip", "IHE_XDM.ZIP", cut(cut(new Letter().zip()))));
    assertThat(Judged.rules(own)).contains("MSS-XD-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[KO Intégration système !][902] XDM/1.0/DDM+CR TESTEUR ALMA",
        "[Erreur d'intégration !][902] XDM/1.0/DDM+CR TESTEUR ALMA",
        "RE: [Erreur d\u2019inte\u0301gration !][902] XDM/1.0/DDM+CR TESTEUR ALMA"
      })
  void aNoticeOfIntegrationIsKnownByItsSubject(String subject) {
    Letter notice = returned(subject);
    notice.parts.remove(1);
    assertThat(Judged.rules(notice)).isEmpty();

    notice.headers.put("Subject", "XDM/1.0/DDM+CR TESTEUR ALMA");
    assertThat(Judged.rules(notice)).contains("MSS-XD-01");
  }

  /** A notice as ordinary mail, of an archive that was cut on its way or before. */
  private static Letter returned(String subject) {
    byte[] archive = cut(new Letter().zip());
    Letter original = new Letter();
    original.archive = zip -> archive;
    Letter letter = new Letter().plain();
    letter.headers.put("Subject", coded(subject));
    letter.parts.add(
        new Part(
            "Content-Type: message/rfc822",
            new String(original.bytes(), UTF_8).replace("--b1", "--b9").replace("\"b1\"", "b9")));
    letter.parts.add(Letter.attached("application/zip", "IHE_XDM.ZIP", archive));
    letter.parts.add(Letter.pdf("document.pdf", Letter.PDF));
    return letter;
  }

  private static String coded(String subject) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < subject.length(); i += 20) {
      byte[] word = subject.substring(i, Math.min(i + 20, subject.length())).getBytes(UTF_8);
      words.append(i == 0 ? "" : "\r\n ");
      words.append("=?UTF-8?B?" + Base64.getEncoder().encodeToString(word) + "?=");
    }
    return words.toString();
  }

  private static byte[] cut(byte[] zip) {
    return Arrays.copyOf(zip, zip.length / 2);
  }

  @Test
  void whatGoesWithTheDocumentsMayBeCalledAnything() {
    Letter letter = new Letter();
    letter.parts.add(Letter.pdf("Ordonnance.pdf", Letter.PDF));
    assertThat(Judged.rules(letter)).isEmpty();

    letter.parts.set(1, Letter.pdf("document.pdf", Letter.PDF));
    assertThat(Judged.rules(letter)).containsExactly("MSS-PJ-07");
  }

  @Test
  void aPatientMayHaveANumberOfWaitingInAnOlderDocument() {
    UnaryOperator<String> older =
        text ->
            text.replace("extension=\"D1\"", "extension=\"D2\"")
                .replace("275039999901191", "275039999902288")
                .replace("1.2.250.1.213.1.4.10", "1.2.250.1.213.1.4.9");
    assertThat(Judged.rules(two(older))).doesNotContain("MSS-PJ-08");
    assertThat(Judged.rules(two(older.andThen(text -> text.replace("TESTEUR", "AUTRE"))::apply)))
        .contains("MSS-PJ-08");
    assertThat(
            Judged.rules(
                two(older.andThen(text -> text.replace("\"19750301\"", "\"19750302\""))::apply)))
        .contains("MSS-PJ-08");

    Letter described =
        metadata(text -> text.replaceAll("value=\"275039999901191\\^", "value=\"180037512312337^"));
    assertThat(Judged.rules(described)).contains("MSS-PJ-08");
  }

  private static Letter two(UnaryOperator<String> other) {
    Letter letter = new Letter();
    letter.documents.add(other);
    letter.parts.add(Letter.pdf("20260115_CR_TESTEUR_ALMA.pdf", Letter.PDF));
    letter.headers.put("Subject", "XDM/1.0/DDM+2 documents TESTEUR ALMA");
    return letter;
  }

  private static Letter metadata(UnaryOperator<String> bend) {
    Letter letter = new Letter();
    letter.metadata = bend;
    return letter;
  }
}
