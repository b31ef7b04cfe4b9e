package fr.socle.documents.cda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.documents.Samples;
import fr.socle.documents.codes.Coded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdaDocumentTest {

  @Test
  void givesItsHeader() throws Exception {
    CdaDocument document = read(Samples.n1());

    assertThat(document.id().uniqueId()).isEqualTo("1.3.6.1.4.1.32473.20^D1");
    assertThat(document.code().code()).isEqualTo("11488-4");
    assertThat(document.title()).isEqualTo("Compte rendu de consultation");
    assertThat(document.patientIds())
        .containsExactly(new InstanceId("1.2.250.1.213.1.4.10", "275039999901191"));
    assertThat(document.careFacility())
        .isEqualTo(new Coded("SA07", "1.2.250.1.71.4.2.4", "Cabinet individuel"));
    assertThat(document.practiceSetting().code()).isEqualTo("AMBULATOIRE");
    assertThat(document.versionNumber()).isEqualTo("1");
    assertThat(document.setId().root()).isEqualTo("1.3.6.1.4.1.32473.21");
    assertThat(document.replaced()).isEmpty();
    assertThat(document.templates()).hasSize(3);
  }

  @Test
  void givesThePdfOfAnUnstructuredBody() throws Exception {
    CdaDocument document = read(Samples.n1());

    assertThat(document.bodyKind()).isEqualTo(BodyKind.N1);
    assertThat(document.mediaType()).isEqualTo("application/pdf");
    assertThat(document.pdf())
        .hasValueSatisfying(pdf -> assertThat(new String(pdf, UTF_8)).startsWith("%PDF-"));
  }

  @Test
  void givesThePdfCopyOfAStructuredBody() throws Exception {
    String sections =
        """
        <structuredBody><component><section><entry><value>autre</value></entry></section></component>
        <component><section><templateId root="1.2.250.1.213.1.1.2.243"/>
          <entry><organizer><component><observationMedia>
            <value mediaType="application/pdf" representation="B64">JVBERi0xLjQ=</value>
          </observationMedia></component></organizer></entry></section></component></structuredBody>
        """;
    CdaDocument document = read(structured(sections));

    assertThat(document.bodyKind()).isEqualTo(BodyKind.N3);
    assertThat(document.pdf())
        .hasValueSatisfying(pdf -> assertThat(new String(pdf, UTF_8)).isEqualTo("%PDF-1.4"));
  }

  @Test
  void isFoundInAFileThatPresentsItself() throws Exception {
    String cda = Samples.n1().replaceFirst("<\\?xml.*?\\?>", "");

    assertThat(read("\ufeff<?xml version=\"1.0\"?><racine><style/>" + cda + "</racine>").title())
        .isEqualTo("Compte rendu de consultation");
  }

  @Test
  void namesWhatItReplaces() throws Exception {
    String related =
        "<relatedDocument typeCode=\"RPLC\"><parentDocument><id root=\"1.2.3\"/></parentDocument>"
            + "</relatedDocument><componentOf>";

    assertThat(read(Samples.n1().replace("<componentOf>", related)).replaced())
        .containsExactly(new InstanceId("1.2.3", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bonjour",
        "<ClinicalDocument/>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><ClinicalDocument"
            + " xmlns='urn:hl7-org:v3'>&e;</ClinicalDocument>"
      })
  void refusesWhatIsNoCda(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableCdaException.class);
  }

  @Test
  void aDocumentLargerThanTheBenchReadsIsNotSaidToBeWrong() {
    String large =
        Samples.n1().replace("<realmCode", "<!--" + " ".repeat(16 << 20) + "--><realmCode");

    assertThatThrownBy(() -> read(large))
        .isInstanceOfSatisfying(
            UnreadableCdaException.class, e -> assertThat(e.tooLarge()).isTrue())
        .hasMessageContaining("n'est pas jugé");
    assertThatThrownBy(() -> read("bonjour"))
        .isInstanceOfSatisfying(
            UnreadableCdaException.class, e -> assertThat(e.tooLarge()).isFalse());
  }

  @Test
  void twoDocumentsInOneFileAreNotRead() {
    String cda = Samples.n1().replaceFirst("<\\?xml.*?\\?>", "");

    assertThatThrownBy(() -> read("<racine>" + cda + cda + "</racine>"))
        .isInstanceOf(UnreadableCdaException.class)
        .hasMessageContaining("plusieurs ClinicalDocument");
  }

  static String structured(String body) {
    String n1 = Samples.n1();
    return n1.substring(0, n1.indexOf("<nonXMLBody>"))
        + body
        + n1.substring(n1.indexOf("</nonXMLBody>") + "</nonXMLBody>".length());
  }

  static CdaDocument read(String text) throws UnreadableCdaException {
    return CdaDocument.read(text.getBytes(UTF_8));
  }
}
