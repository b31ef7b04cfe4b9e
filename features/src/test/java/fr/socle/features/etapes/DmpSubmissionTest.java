package fr.socle.features.etapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class DmpSubmissionTest {
  private static final String PDF =
      Base64.getEncoder().encodeToString("%PDF-1.4 page".getBytes(StandardCharsets.UTF_8));

  @Test
  void readsWhatIsSaidOfADocumentAndTheDocument() {
    DmpSubmission lot = DmpSubmission.read(request(cda(PDF))).orElseThrow();

    assertThat(lot.documents()).hasSize(1);
    DmpSubmission.Sent sent = lot.documents().get(0);
    assertThat(sent.uniqueId()).isEqualTo("1.2.3.4");
    assertThat(sent.type()).isEqualTo("96349-6");
    assertThat(sent.title()).isEqualTo("Courrier");
    assertThat(sent.visibility()).containsExactly("N", "MASQUE_PS");
    assertThat(sent.slot("serviceStartTime")).isEqualTo("20240102");
    assertThat(sent.authors()).singleElement().asString().contains("899990000020", "IDNST");
    assertThat(sent.cda().orElseThrow().pdf()).isPresent();
    assertThat(sent.cda().orElseThrow().patientIds()).containsExactly("1.2.5^279");
    assertThat(lot.links()).containsExactly(new DmpSubmission.Link("RPLC", "D1", "urn:uuid:a"));
  }

  @Test
  void seesNoPdfWhereTheBodyHoldsAnother() {
    DmpSubmission lot =
        DmpSubmission.read(request(cda(Base64.getEncoder().encodeToString(new byte[] {1, 2}))))
            .orElseThrow();

    assertThat(lot.documents().get(0).cda().orElseThrow().pdf()).isEmpty();
  }

  @Test
  void leavesOutTheDocumentThatSigns() {
    byte[] request =
        new String(request(cda(PDF)), StandardCharsets.UTF_8)
            .replace("<Value>fr-FR</Value>", "<Value>art</Value>")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(DmpSubmission.read(request).orElseThrow().documents()).isEmpty();
  }

  @Test
  void readsNothingInWhatIsNoSubmission() {
    byte[] search = "POST / HTTP/1.1\r\n\r\n<a/>".getBytes(StandardCharsets.UTF_8);

    assertThat(DmpSubmission.read(search)).isEmpty();
    assertThat(DmpSubmission.read(new byte[0])).isEmpty();
  }

  @Test
  void readsTheParametersOfASearch() {
    byte[] search =
        ("POST / HTTP/1.1\r\n\r\n<e><q:AdhocQuery xmlns:q='urn:q'><q:Slot"
                + " name='$XDSDocumentEntryTypeCode'><q:ValueList><q:Value>('11502-2^^1.2')</q:Value>"
                + "</q:ValueList></q:Slot></q:AdhocQuery></e>")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(DmpQuery.read(search).orElseThrow())
        .containsEntry("$XDSDocumentEntryTypeCode", List.of("('11502-2^^1.2')"));
  }

  private static String cda(String pdf) {
    return "<ClinicalDocument xmlns='urn:hl7-org:v3'><recordTarget><patientRole><id root='1.2.5'"
        + " extension='279'/></patientRole></recordTarget><component><nonXMLBody><text"
        + " mediaType='application/pdf'>"
        + pdf
        + "</text></nonXMLBody></component></ClinicalDocument>";
  }

  private static byte[] request(String cda) {
    String entry =
        "<ExtrinsicObject xmlns='urn:rim' id='D1'>"
            + slot("languageCode", "fr-FR")
            + slot("serviceStartTime", "20240102")
            + "<Name><LocalizedString value='Courrier'/></Name>"
            + code("urn:uuid:f0306f51-975f-434e-a61c-c59651d33983", "96349-6", "")
            + code("urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f", "N", "")
            + code("urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f", "MASQUE_PS", "")
            + code(
                "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d",
                "",
                slot("authorPerson", "899990000020^NOM") + slot("authorInstitution", "C^IDNST"))
            + "<ExternalIdentifier"
            + " identificationScheme='urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab'"
            + " value='1.2.3.4'/></ExtrinsicObject>";
    String envelope =
        "<Envelope><Body>"
            + entry
            + "<Association xmlns='urn:rim'"
            + " associationType='urn:ihe:iti:2007:AssociationType:RPLC' sourceObject='D1'"
            + " targetObject='urn:uuid:a'/><Document xmlns='urn:ihe' id='D1'><Include"
            + " xmlns='urn:xop' href='cid:d1@lps'/></Document></Body></Envelope>";
    return ("POST /x HTTP/1.1\r\nContent-Type: multipart/related; boundary=\"b1\"\r\n\r\n--b1\r\n"
            + "Content-Type: application/xop+xml\r\n\r\n"
            + envelope
            + "\r\n--b1\r\nContent-Type: text/xml\r\nContent-ID: <d1@lps>\r\n\r\n"
            + cda
            + "\r\n--b1--\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String slot(String name, String value) {
    return "<Slot name='%s'><ValueList><Value>%s</Value></ValueList></Slot>".formatted(name, value);
  }

  private static String code(String scheme, String node, String slots) {
    return "<Classification classificationScheme='%s' nodeRepresentation='%s'>%s</Classification>"
        .formatted(scheme, node, slots);
  }
}
