package fr.socle.documents.xdm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.check.Findings;
import fr.socle.documents.Samples;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.metadata.DmpParameters;
import fr.socle.documents.metadata.MetadataRules;
import fr.socle.documents.xds.Submission;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive of ours, read by us and by the JDK. */
class XdmArchiveTest {
  static final XdmSender SENDER =
      new XdmSender("CABINET FICTIF & FILS", "1 rue d'Essai", "Essai", "1.0", "PERSONNE");
  private static final String SUBSET = "IHE_XDM/SUBSET01/";

  static byte[] archive() throws Exception {
    byte[] document = Samples.n1().getBytes(UTF_8);
    return new XdmWriter(SENDER).archive(submission(document), Map.of("Document01", document));
  }

  static Submission submission(byte[] document) throws Exception {
    return new CdaMetadata()
        .submission(
            List.of(CdaDocument.read(document)),
            "1.3.6.1.4.1.32473.10.1",
            "1.3.6.1.4.1.32473.10",
            "20260115093000");
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    XdmArchive archive = new XdmReader().read(archive());

    assertThat(archive.problems()).isEmpty();
    assertThat(archive.files())
        .extracting(XdmFile::path)
        .containsExactly(
            "INDEX.HTM", "README.TXT", SUBSET + "METADATA.XML", SUBSET + "DOC0001.XML");
    assertThat(archive.subsets()).hasSize(1);
    XdmDocument document = archive.documents().get(0);
    assertThat(document.described()).isPresent();
    assertThat(document.entry().hash()).containsExactly(document.digest());
    assertThat(document.file()).isNotNull();
    assertThat(document.entry().size())
        .containsExactly(String.valueOf(Samples.n1().getBytes(UTF_8).length));
  }

  @Test
  void anotherReaderReadsItToo() throws Exception {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(zip.readAllBytes()).isNotEmpty();
      }
    }
    assertThat(names)
        .containsExactly(
            "INDEX.HTM", "README.TXT", SUBSET + "METADATA.XML", SUBSET + "DOC0001.XML");
  }

  /** The PDF inside the sample is no PDF/A, which no rule on metadata looks at. */
  @Test
  void theMetadataTakenFromAHeaderBreakNoRule() throws Exception {
    XdmArchive archive = new XdmReader().read(archive());
    ValueSets codes = ValueSets.load();
    List<String> broken = new ArrayList<>();
    XdmSubset subset = archive.subsets().get(0);
    MetadataRules.ofDocuments(codes, DmpParameters.none())
        .forEach(
            rule ->
                rule.judgeEach(
                    subset.submission().documents(), each -> "", into(rule.id(), broken)));
    MetadataRules.ofSets(codes)
        .forEach(
            rule ->
                rule.judgeEach(subset.submission().sets(), each -> "", into(rule.id(), broken)));
    MetadataRules.ofSubmissions()
        .forEach(rule -> rule.judge().judge(subset.submission(), into(rule.id(), broken)));
    MetadataRules.againstDocuments(codes)
        .forEach(
            rule ->
                rule.judgeEach(
                    archive.documents().stream()
                        .flatMap(each -> each.described().stream())
                        .toList(),
                    each -> "",
                    into(rule.id(), broken)));

    assertThat(broken).isEmpty();
  }

  private static Findings into(String rule, List<String> broken) {
    return (location, expected, found, mend) ->
        broken.add(rule + " " + location + " " + expected + " / " + found);
  }

  @Test
  void aDocumentIsFoundByItsUriWhateverItsName() throws Exception {
    Map<String, byte[]> files = files(archive());
    files.put(SUBSET + "autre.xml", files.remove(SUBSET + "DOC0001.XML"));
    metadata(files, "<rim:Value>DOC0001.XML", "<rim:Value>AUTRE.XML");

    XdmDocument document = new XdmReader().read(XdmWriter.zip(files)).documents().get(0);

    assertThat(document.file()).isNotNull();
    assertThat(document.described()).isPresent();
  }

  /** RFC 3986 section 5. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "./UN%20DOC.XML",
        "UN%20DOC.XML",
        "../SUBSET01/UN%20DOC.XML",
        "/IHE_XDM/SUBSET01/UN%20DOC.XML"
      })
  void aUriIsARelativeReference(String uri) throws Exception {
    Map<String, byte[]> files = files(archive());
    files.put(SUBSET + "UN DOC.XML", files.remove(SUBSET + "DOC0001.XML"));
    metadata(files, "<rim:Value>DOC0001.XML", "<rim:Value>" + uri);

    XdmDocument document = new XdmReader().read(XdmWriter.zip(files)).documents().get(0);

    assertThat(document.file()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "../../../DOC0001.XML",
        "http://a/IHE_XDM/SUBSET01/DOC0001.XML",
        "//a/IHE_XDM/SUBSET01/DOC0001.XML",
        "mailto:DOC0001.XML",
        "DOC%ZZ.XML"
      })
  void aUriThatLeadsElsewhereNamesNoFile(String uri) throws Exception {
    Map<String, byte[]> files = files(archive());
    metadata(files, "<rim:Value>DOC0001.XML", "<rim:Value>" + uri);

    assertThat(new XdmReader().read(XdmWriter.zip(files)).documents().get(0).file()).isNull();
  }

  @Test
  void prefixesOfNamespacesDoNotMatter() throws Exception {
    Map<String, byte[]> files = files(archive());
    metadata(files, "<rim:", "<x:");
    metadata(files, "</rim:", "</x:");
    metadata(files, "xmlns:rim", "xmlns:x");

    assertThat(new XdmReader().read(XdmWriter.zip(files)).documents()).hasSize(1);
  }

  @Test
  void metadataThatAreNoXmlAreToldAndNothingElseIsLost() throws Exception {
    Map<String, byte[]> files = files(archive());
    files.put(SUBSET + "METADATA.XML", "<a>".getBytes(UTF_8));

    XdmArchive archive = new XdmReader().read(XdmWriter.zip(files));

    assertThat(archive.subsets().get(0).unreadable()).isNotEmpty();
    assertThat(archive.files()).hasSize(4);
    assertThat(archive.documents()).isEmpty();
  }

  @Test
  void manyEntriesOfOneFileReadItOnce() throws Exception {
    byte[] document = Samples.n1().getBytes(UTF_8);
    Submission one = submission(document);
    XdmArchive archive =
        new XdmReader(new XdmLimits(10, 1 << 20, 1 << 20, 500, 3_000))
            .read(
                XdmWriter.zip(
                    Map.of(
                        SUBSET + "METADATA.XML",
                        String.join(
                                "",
                                "<r xmlns:rim='urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0'>",
                                "<rim:RegistryObjectList>",
                                entry().repeat(300),
                                "</rim:RegistryObjectList></r>")
                            .getBytes(UTF_8),
                        SUBSET + "D.XML",
                        document)));

    assertThat(one.documents()).hasSize(1);
    assertThat(archive.documents()).hasSize(300).allMatch(each -> each.described().isPresent());
  }

  private static String entry() {
    return "<rim:ExtrinsicObject id='D' mimeType='text/xml'><rim:Slot name='URI'><rim:ValueList>"
        + "<rim:Value>D.XML</rim:Value></rim:ValueList></rim:Slot></rim:ExtrinsicObject>";
  }

  @Test
  void moreTagsThanAreReadAreNotRead() throws Exception {
    XdmArchive archive =
        new XdmReader(new XdmLimits(10, 1 << 20, 1 << 20, 500, 250)).read(archive());

    assertThat(archive.documents()).hasSize(1);
    assertThat(archive.documents().get(0).beyond()).isTrue();
    assertThat(archive.documents().get(0).described()).isEmpty();
  }

  @Test
  void aDocumentThatIsNotGivenCannotBeWritten() throws Exception {
    Submission submission = submission(Samples.n1().getBytes(UTF_8));
    assertThatThrownBy(() -> new XdmWriter(SENDER).archive(submission, Map.of()))
        .hasMessageContaining("Document01");
  }

  static Map<String, byte[]> files(byte[] archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    new XdmReader().read(archive).files().forEach(each -> files.put(each.path(), each.bytes()));
    return files;
  }

  private static void metadata(Map<String, byte[]> files, String from, String to) {
    files.computeIfPresent(
        SUBSET + "METADATA.XML",
        (path, bytes) -> new String(bytes, UTF_8).replace(from, to).getBytes(UTF_8));
  }
}
