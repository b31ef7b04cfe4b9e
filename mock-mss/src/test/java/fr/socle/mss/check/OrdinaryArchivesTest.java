package fr.socle.mss.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

  private static Letter metadata(UnaryOperator<String> bend) {
    Letter letter = new Letter();
    letter.metadata = bend;
    return letter;
  }
}
