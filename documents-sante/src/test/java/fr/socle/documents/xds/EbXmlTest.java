package fr.socle.documents.xds;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.documents.Samples;
import fr.socle.documents.codes.Coded;
import java.util.List;
import org.junit.jupiter.api.Test;

class EbXmlTest {

  @Test
  void whatIsWrittenIsReadBackWhole() throws Exception {
    Submission submission =
        Samples.submission(
            new Association(
                RegistryObjectBuilder.association(
                        "a2", Association.REPLACES, "Document01", "urn:uuid:1")
                    .build()));

    assertThat(read(written(submission))).isEqualTo(submission);
  }

  @Test
  void aSubmissionLooksAsTheSheetShows() {
    String xml = written(Samples.submission());

    assertThat(xml)
        .contains("<lcm:SubmitObjectsRequest")
        .contains("<rim:RegistryPackage id=\"SubmissionSet01\">")
        .contains("classificationNode=\"urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd\"")
        .contains("identificationScheme=\"urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab\"")
        .contains("value=\"XDSDocumentEntry.uniqueId\"")
        .contains("objectType=\"urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1\"")
        .contains("xml:lang=\"FR\" charset=\"UTF8\" value=\"Compte rendu\"")
        .contains("nodeRepresentation=\"\"")
        .contains("&amp;1.2.250.1.213.1.4.10&amp;ISO^NH");
  }

  @Test
  void anEntryGivesItsAttributesByName() {
    DocumentEntry entry = Samples.submission().documents().get(0);

    assertThat(entry.typeCode()).extracting(Coded::code).containsExactly("11488-4");
    assertThat(entry.confidentialityCode())
        .containsExactly(new Coded("N", "2.16.840.1.113883.5.25", "Normal"));
    assertThat(entry.authors())
        .singleElement()
        .satisfies(author -> assertThat(author.specialties().get(0)).startsWith("G15_10/SM26^"));
    assertThat(entry.sourcePatientInfo()).hasSize(3);
    assertThat(entry.title()).isEqualTo("Compte rendu de consultation");
    assertThat(entry.isSignature()).isFalse();
    assertThat(entry.hash()).isEmpty();
  }

  @Test
  void whatIsDoubleOrUnknownIsKept() throws Exception {
    Submission read =
        read(
            """
            <rim:RegistryObjectList xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
              <rim:ExtrinsicObject id="urn:uuid:1" lid="urn:uuid:2" status="s" mimeType="text/xml">
                <rim:Slot name="hash"><rim:ValueList><rim:Value>a</rim:Value></rim:ValueList></rim:Slot>
                <rim:Slot name="hash"><rim:ValueList><rim:Value>b</rim:Value></rim:ValueList></rim:Slot>
                <rim:VersionInfo versionName="2"/>
              </rim:ExtrinsicObject>
              <rim:RegistryPackage id="F1"/>
              <rim:RegistryPackage id="S1"/>
              <rim:Classification id="c" classifiedObject="S1"
                  classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"/>
              <rim:ObjectRef id="x"/>
            </rim:RegistryObjectList>
            """);

    DocumentEntry entry = read.documents().get(0);
    assertThat(entry.hash()).containsExactly("a", "b");
    assertThat(entry.logicalId()).isEqualTo("urn:uuid:2");
    assertThat(entry.object().version()).isEqualTo("2");
    assertThat(read.sets()).extracting(SubmissionSet::id).containsExactly("S1");
    assertThat(read.folders()).extracting(RegistryObject::id).containsExactly("F1");
    assertThat(read(written(read))).isEqualTo(read);
  }

  @Test
  void aCodeThatStandsBesideItsDocumentIsOfTheDocument() throws Exception {
    Submission read =
        read(
            """
            <rim:RegistryObjectList xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
              <rim:Classification id="c" classifiedObject="D1" nodeRepresentation="10"
                  classificationScheme="urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a"/>
              <rim:ExtrinsicObject id="D1"/>
              <rim:ExtrinsicObject id="D1"/>
            </rim:RegistryObjectList>
            """);

    assertThat(read.documents().get(0).classCode()).extracting(Coded::code).containsExactly("10");
    assertThat(read.documents().get(1).classCode()).isEmpty();
    assertThat(read(written(read))).isEqualTo(read);
  }

  @Test
  void anIdentifierOfTheSchemeOfACodeIsWrittenWithoutName() throws Exception {
    String xml =
        written(
            new Submission(
                List.of(),
                List.of(
                    new DocumentEntry(Samples.entry().identifier(Scheme.CLASS_CODE, "10").build())),
                List.of(),
                List.of()));

    assertThat(xml).contains("value=\"10\"/>").doesNotContain("CLASS_CODE");
  }

  @Test
  void anObjectWithoutIdentifierIsGivenNone() {
    RegistryObject object = RegistryObjectBuilder.empty(RegistryObject.Form.ASSOCIATION).build();

    assertThat(RegistryObjectBuilder.of(object).build()).isEqualTo(object);
  }

  private static String written(Submission submission) {
    XmlWriter out = new XmlWriter();
    new EbXmlWriter(out).submission(submission);
    return out.toXml();
  }

  private static Submission read(String xml) throws Exception {
    return EbXmlReader.submission(new SafeXml().readText(xml));
  }
}
