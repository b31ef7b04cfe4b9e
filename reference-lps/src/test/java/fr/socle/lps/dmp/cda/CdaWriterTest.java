package fr.socle.lps.dmp.cda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.dmp.ebxml.Author;
import fr.socle.lps.dmp.ebxml.DocumentTypes;
import fr.socle.lps.dmp.soap.Xml;
import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.dmp.vihf.Structure;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Sex;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class CdaWriterTest {
  private static final byte[] PDF = "%PDF-1.4".getBytes(UTF_8);
  private static final Structure PRACTICE = Structure.practiceOf("899990000012", "EXEMPLE");
  private static final Professional DOCTOR =
      new Professional("899990000012", "EXEMPLE", "CAMILLE", "10", "SM26", PRACTICE);
  private static final Traits ALIX =
      new Traits(
          "MOQUETTE",
          List.of("ALIX", "MARIE-LOU"),
          "ALIX",
          Sex.F,
          "1988-02-29",
          "75056",
          null,
          null);

  @Test
  void wrapsThePdfOfADocumentThatHasNoOtherForm() throws Exception {
    Element cda = written("11488-4", ins(), null, List.of());

    Element text = Xml.find(cda, "component", "nonXMLBody", "text").orElseThrow();
    assertThat(text.getAttribute("mediaType")).isEqualTo("application/pdf");
    assertThat(Base64.getDecoder().decode(text.getTextContent())).isEqualTo(PDF);
  }

  @Test
  void writesTheNumberOfAQualifiedPatientWithItsKeyAndNothingOfItOtherwise() throws Exception {
    Element qualified = written("11488-4", ins(), null, List.of());
    Element other = written("11488-4", null, null, List.of());

    assertThat(ids(qualified)).contains("1.2.250.1.213.1.4.10^288027505612337");
    assertThat(ids(other)).containsExactly("2.25.1^dossier-1");
    assertThat(Xml.write(other)).doesNotContain("2880275056123");
  }

  @Test
  void namesTheVersionItReplaces() throws Exception {
    Element cda = written("11488-4", ins(), "2.25.7", List.of());

    assertThat(Xml.attribute(cda, "root", "relatedDocument", "parentDocument", "id"))
        .isEqualTo("2.25.7");
    assertThat(Xml.find(written("11488-4", ins(), null, List.of()), "relatedDocument")).isEmpty();
  }

  @Test
  void writesEachResultOfALaboratoryUnderItsOwnCode() throws Exception {
    List<Content.Analysis> results =
        List.of(
            new Content.Analysis("718-7", "Hémoglobine", "13.5", "g/dL", "12 à 16"),
            new Content.Analysis("", "Dosage du cabinet", "négatif", "", ""));

    Element cda = written("11502-2", ins(), null, results);

    assertThat(Xml.below(cda, "nonXMLBody")).isEmpty();
    List<Element> observations = Xml.below(cda, "observation");
    assertThat(Xml.attribute(observations.get(0), "code", "code")).isEqualTo("718-7");
    assertThat(Xml.attribute(observations.get(0), "value", "value")).isEqualTo("13.5");
    assertThat(Xml.attribute(observations.get(1), "nullFlavor", "code")).isEqualTo("OTH");
    assertThat(Xml.text(observations.get(1), "value")).isEqualTo("négatif");
  }

  @Test
  void isReadBackAsItsVersion() {
    byte[] document = bytes("11488-4", ins(), "2.25.7", List.of());

    assertThat(CdaReader.version(document)).isEqualTo(new CdaReader.Version("2.25.6", 2));
    assertThat(CdaReader.title(document)).isEqualTo("Courrier");
  }

  private static List<String> ids(Element cda) {
    Element role = Xml.find(cda, "recordTarget", "patientRole").orElseThrow();
    return Xml.children(role, "id").stream()
        .map(id -> id.getAttribute("root") + "^" + id.getAttribute("extension"))
        .toList();
  }

  private static Ins ins() {
    return new Ins("2880275056123", "37", "1.2.250.1.213.1.4.10");
  }

  private static Element written(
      String type, @Nullable Ins ins, @Nullable String replaced, List<Content.Analysis> results)
      throws Exception {
    return Xml.read(bytes(type, ins, replaced, results)).getDocumentElement();
  }

  private static byte[] bytes(
      String type, @Nullable Ins ins, @Nullable String replaced, List<Content.Analysis> results) {
    Writing writing =
        new Writing(
            "2.25.5",
            "2.25.6",
            replaced == null ? 1 : 2,
            replaced,
            DocumentTypes.standard().of(type).orElseThrow(),
            "Courrier",
            new Content("Texte.", List.of(), List.of(), results, List.of()),
            new CdaPatient(ALIX, ins, "dossier-1", "2.25.1"),
            Instant.parse("2026-01-02T10:00:00Z"),
            Instant.parse("2026-01-01T10:00:00Z"),
            List.of(Author.of(DOCTOR)),
            DOCTOR,
            List.of(),
            null);
    return new CdaWriter(Defects.none()).write(writing, PDF);
  }
}
