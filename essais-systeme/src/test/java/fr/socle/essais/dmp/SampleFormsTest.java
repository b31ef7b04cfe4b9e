package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.essais.SocleProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The skeleton messages of dmp.md 7 on the real wire, and what dmp.md 1.1 says of envelopes; what
 * the strict profile refuses of it. The inconsistencies Q1 to Q9 are in {@link SampleQuirksTest}.
 */
class SampleFormsTest {
  private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String EXISTENCE = "urn:hl7-org:v3:PRPA_IN201307UV02";
  private static final String ORGANISATION = "organisation-cachet";

  private static SocleProcess socle;
  private static DmpClient usual;
  private static DmpClient strict;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    BenchClient bench = socle.client();
    usual = DmpClient.ofNewPatient(bench, socle.space());
    strict =
        DmpClient.ofNewPatient(
            bench,
            bench.createSpace(new SpaceRequest("strict", null, Map.of("dmp.profil", "strict"))));
  }

  @AfterAll
  static void stop() {
    socle.close();
  }

  /** dmp.md 7.3, 7.4. */
  @Test
  void theExistenceOfARecordIsTold() throws Exception {
    DmpReply reply = usual.call("patients", EXISTENCE, DmpBodies.existence(usual.patient()));

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.text())
        .contains("PRPA_IN201308UV02", "typeCode=\"AA\"", "queryResponseCode code=\"OK\"")
        .contains("code=\"AUTORISATION\"", "code=\"VALIDE\"", "statusCode code=\"active\"");
  }

  /** dmp.md 7.1: TD3.1 of a doctor in AIR, by the certificates of his hospital. */
  @Test
  void aDoctorSearchesInAir() throws Exception {
    DmpCard hospital = DmpAir.organisation(socle.space(), ORGANISATION, usual.card().holder());

    DmpReply reply = inAir(hospital, "registry", DmpBodies.search(usual.patient()));

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.isSuccess()).as(reply.text()).isTrue();
    assertThat(lastFindings()).isEmpty();
  }

  /** dmp.md 7.8; 2.6, 4.1 (S:DEH): HTTP 500, and in a multipart when documents are asked for. */
  @Test
  void aCertificateOfAuthenticationIsTheKnownFaultInAMultipartToo() throws Exception {
    DmpCard hospital = DmpAir.organisation(socle.space(), "organisation", usual.card().holder());

    DmpReply search = inAir(hospital, "registry", DmpBodies.search(usual.patient()));
    DmpReply retrieval = inAir(hospital, "repository", DmpBodies.retrieval("1.2.3"));

    assertThat(search.status()).isEqualTo(500);
    assertThat(search.type()).startsWith("application/soap+xml");
    isTheKnownFault(search.text());
    assertThat(retrieval.status()).isEqualTo(500);
    assertThat(retrieval.type()).startsWith("multipart/related");
    assertThat(retrieval.parts()).hasSize(1);
    isTheKnownFault(new String(retrieval.parts().get(0), UTF_8));
  }

  private static void isTheKnownFault(String envelope) {
    assertThat(envelope)
        .containsPattern(
            "(?s)<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>"
                + "env:DMPInvalidCertificate</env:Value></env:Subcode></env:Code><env:Reason>"
                + "<env:Text xml:lang=\"fr\">.*Cause : not a signature certificate</env:Text>");
  }

  private static DmpReply inAir(DmpCard hospital, String service, String body) throws Exception {
    String vihf = DmpAir.vihf(hospital, usual.patient());
    String action = service.equals("registry") ? DmpClient.FIND : DmpClient.RETRIEVE;
    return new DmpClient(socle.space(), hospital, usual.patient())
        .post(service, DmpClient.SOAP, DmpClient.envelope(action, vihf, body).getBytes(UTF_8));
  }

  /** Rules broken by the last call. */
  private static List<String> lastFindings() {
    List<Exchange> all = socle.client().exchanges(socle.space().id(), 0, null).exchanges();
    return all.get(all.size() - 1).findings().stream().map(Finding::rule).toList();
  }

  /** dmp.md 1.1: the sample of TD2.1 has the envelope of SOAP 1.1. */
  @Test
  void soap11IsRefusedByTheStrictProfileOnly() throws Exception {
    assertThat(inSoap11(usual).isSuccess()).isTrue();
    assertThat(inSoap11(strict).text()).contains("Fault>").doesNotContain("totalResultCount");
  }

  private static DmpReply inSoap11(DmpClient client) throws Exception {
    String envelope = client.envelope(DmpClient.FIND, DmpBodies.search(client.patient()));
    return client.post(
        "registry", "text/xml; charset=utf-8", envelope.replace(SOAP_12, SOAP_11).getBytes(UTF_8));
  }

  /** dmp.md 1.1: in the same sample the identifiers of a document differ by their letter case. */
  @Test
  void anIdentifierInAnotherLetterCaseIsRefusedByTheStrictProfileOnly() throws Exception {
    assertThat(inAnotherCase(usual, "1.3.6.1.4.1.32473.95.1").isSuccess()).isTrue();
    assertThat(inAnotherCase(strict, "1.3.6.1.4.1.32473.95.1").text())
        .contains("ResponseStatusType:Failure", "errorCode=\"XDSMissingDocument\"");
  }

  private static DmpReply inAnotherCase(DmpClient client, String uniqueId) throws Exception {
    return client.feed(
        DmpBodies.report(client, uniqueId)
            .replace("<ihe:Document id=\"Document01\"", "<ihe:Document id=\"DOCUMENT01\""),
        Map.of("Document01", document()));
  }

  /** dmp.md 1.1 (S:MSG, DEH): mustUnderstand without namespace, or that of SOAP. */
  @Test
  void bothFormsOfMustUnderstandAreTaken() throws Exception {
    String envelope = usual.envelope(DmpClient.FIND, DmpBodies.search(usual.patient()));
    String qualified = envelope.replace(" mustUnderstand=\"true\"", " env:mustUnderstand=\"1\"");

    assertThat(envelope).contains(" mustUnderstand=\"true\"");
    for (String each : List.of(envelope, qualified)) {
      DmpReply reply = usual.post("registry", DmpClient.SOAP, each.getBytes(UTF_8));
      assertThat(reply.isSuccess()).as(reply.text()).isTrue();
    }
  }

  /** dmp.md 1.1 (S:DEH). */
  @Test
  void aMessageWithoutItsAddressingIsRefused() throws Exception {
    String envelope = usual.envelope(DmpClient.FIND, DmpBodies.search(usual.patient()));
    DmpReply reply =
        usual.post(
            "registry",
            DmpClient.SOAP,
            envelope.replaceAll("(?s)<MessageID.*?</MessageID>", "").getBytes(UTF_8));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).contains("Fault>", "MessageAddressingHeaderRequired");
  }

  private static byte[] document() {
    return "<document/>".getBytes(UTF_8);
  }
}
