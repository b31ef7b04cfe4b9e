package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.exigences.RuleSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shapes in which clients known in the field write their messages (insi.md 2.3, 11), but for
 * the one that was run ({@link NodeClientTest}): every one is answered, and none is non-conforming.
 */
class FieldClientShapesTest {
  private static final String ACTION =
      "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";
  private static final String SOAP = "xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"";
  private static final String WSA = "xmlns:wsa=\"http://www.w3.org/2005/08/addressing\"";
  private static final String WSSE =
      "xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/"
          + "oasis-200401-wss-wssecurity-secext-1.0.xsd\"";
  private static final Set<RuleSource> BLOCKING =
      Set.of(RuleSource.TEXTE, RuleSource.NORME, RuleSource.SECONDE_MAIN);

  private static Bench bench;
  private BenchOnTheWire wire;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() {
    wire = BenchOnTheWire.open(bench, Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<wsse:Security/>", "<wsse:Security></wsse:Security>"})
  void javaTellsTheOperationInTheMessageOnlyWithOrWithoutAnEmptySecurity(String security)
      throws Exception {
    String message =
        "<S:Envelope xmlns:S=\"http://www.w3.org/2003/05/soap-envelope\"><S:Header>"
            + security.replace("<wsse:Security", "<wsse:Security " + WSSE)
            + bam("Version=\"1.0\"", sender())
            + lps("Nature=\"CTXLPS\" Version=\"01_00\"", sender(), "urn:lps:essai:1.0")
            + "<Action xmlns=\"http://www.w3.org/2005/08/addressing\">"
            + ACTION
            + "</Action><MessageID xmlns=\"http://www.w3.org/2005/08/addressing\">"
            + "uuid:8c9f3a52-9a0d-4a50-8d3f-2f1d7a1e0b11</MessageID>"
            + anonymous("ReplyTo")
            + anonymous("FaultTo")
            + "<To xmlns=\"http://www.w3.org/2005/08/addressing\">"
            + "http://www.w3.org/2005/08/addressing/anonymous</To></S:Header><S:Body>"
            + "<ns2:RECSANSVITALE xmlns:ns2=\"http://www.cnamts.fr/INSiRecSans\">"
            + "<ns2:NomNaissance>TCHITCHI</ns2:NomNaissance><ns2:Prenom>CATARINA</ns2:Prenom>"
            + "<ns2:Prenom>BELLA</ns2:Prenom><ns2:Sexe>F</ns2:Sexe>"
            + "<ns2:DateNaissance>1936-06-21</ns2:DateNaissance></ns2:RECSANSVITALE></S:Body>"
            + "</S:Envelope>";

    assertThat(wire.postAs("insi-manu", "application/soap+xml; charset=utf-8", message).body())
        .contains("<CodeCR>00</CodeCR>");
    assertThat(findings()).extracting(Finding::rule).containsOnly("INSI-T01-3", "INSI-T02-11");
    nothingBlocks();
  }

  @Test
  void dartSendsTheAssertionOfACardFirstAndABareIdentifier() throws Exception {
    CardAssertion card = wire.card("cps-authentification");
    String message =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope "
            + SOAP
            + "><soap:Header><wsse:Security "
            + WSSE
            + ">"
            + card.professional(Instant.now())
            + "</wsse:Security>"
            + addressing("8c9f3a52-9a0d-4a50-8d3f-2f1d7a1e0b12")
            + lps("Nature=\"CTXLPS\" Version=\"01_00\"", card.name(), "urn:lps:essai:1.0")
            + bam("Nature=\"CTXBAM\" Version=\"01_02\"", card.name())
            + "</soap:Header><soap:Body>"
            + tchitchi("CATARINA")
            + "</soap:Body></soap:Envelope>";

    assertThat(wire.post("insi.assertion", Requests.CONTENT_TYPE, message).body())
        .contains("<CodeCR>00</CodeCR>");
    assertThat(findings()).extracting(Finding::rule).isEmpty();
  }

  @Test
  void theOfficialSampleOfACardHasAPlainNameAndOneAttributeOnly() throws Exception {
    CardAssertion card = wire.card("cps-authentification");
    String assertion =
        card.professional(
            Instant.now(),
            text ->
                text.replaceAll(" Format=\"[^\"]+\"", "")
                    .replaceAll("<saml:Attribute Name=\"secteur.*?</saml:Attribute>", ""));
    String message =
        "<soap:Envelope "
            + SOAP
            + "><soap:Header>"
            + addressing("8c9f3a52-9a0d-4a50-8d3f-2f1d7a1e0b13")
            + lps("Version=\"01_00\"", card.name(), "GIE")
            + bam("Version=\"01_02\"", card.name())
            + "<wsse:Security "
            + WSSE
            + ">"
            + assertion
            + "</wsse:Security></soap:Header><soap:Body>"
            + tchitchi("CATARINA")
            + "</soap:Body></soap:Envelope>";

    assertThat(wire.post("insi.assertion", Requests.CONTENT_TYPE, message).body())
        .contains("<CodeCR>00</CodeCR>");
    assertThat(findings()).extracting(Finding::source).containsOnly(RuleSource.SUPPOSE);
  }

  @Test
  void aReaderOfVitaleCardsLeavesKeysOutAndNamesTheSoftwareWithoutVersion() throws Exception {
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    CardAssertion card = wire.card("cps-authentification");
    Instant now = Instant.now();
    String message =
        BenchOnTheWire.about(
                patient,
                card.name(),
                Requests.vitale(card.professional(now), card.vitale(now, "0000000001")))
            .replaceAll("<rv:Cle>\\d\\d</rv:Cle>", "")
            .replace("urn:lps:essai:1.0", "urn:lps:essai");

    assertThat(wire.post("insi.assertion", Requests.VITALE_CONTENT_TYPE, message).body())
        .contains("<CodeCR>00</CodeCR>");
    assertThat(findings()).extracting(Finding::rule).isEmpty();
  }

  @Test
  void theBodyAloneMayTellTheOperation() throws Exception {
    String message =
        "<soap:Envelope "
            + SOAP
            + "><soap:Header>"
            + lps("Version=\"01_00\"", sender(), "urn:lps:essai:1.0")
            + bam("Version=\"01_02\"", sender())
            + "<wsa:MessageID "
            + WSA
            + ">uuid:8c9f3a52-9a0d-4a50-8d3f-2f1d7a1e0b14</wsa:MessageID>"
            + "</soap:Header><soap:Body>"
            + tchitchi("CATARINA")
            + "</soap:Body></soap:Envelope>";

    assertThat(wire.postAs("insi-auto", "application/soap+xml", message).body())
        .contains("<CodeCR>00</CodeCR>");
    nothingBlocks();
  }

  private String sender() {
    return wire.unit("insi-manu");
  }

  private String lps(String attributes, String sender, String name) {
    return "<lps:ContexteLPS xmlns:lps=\"urn:siram:lps:ctxlps\" "
        + attributes
        + "><lps:Id>0b6c2d52-5d0a-4f0e-9c5c-2f0b7b8d1a01</lps:Id>"
        + "<lps:Temps>2026-01-15T09:30:00.000Z</lps:Temps><lps:Emetteur>"
        + sender
        + "</lps:Emetteur><lps:LPS><lps:IDAM R=\"4\">"
        + wire.space().lps().idam()
        + "</lps:IDAM><lps:Version>1.0</lps:Version>"
        + "<lps:Instance>7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de</lps:Instance><lps:Nom>"
        + name
        + "</lps:Nom></lps:LPS></lps:ContexteLPS>";
  }

  private static String bam(String attributes, String sender) {
    return "<bam:ContexteBAM xmlns:bam=\"urn:siram:bam:ctxbam\" "
        + attributes
        + "><bam:Id>3f6f8f2e-6a51-4c0c-8a86-5f6a1d4b7e02</bam:Id>"
        + "<bam:Temps>2026-01-15T10:30:00+01:00</bam:Temps><bam:Emetteur>"
        + sender
        + "</bam:Emetteur><bam:COUVERTURE/></bam:ContexteBAM>";
  }

  private static String addressing(String id) {
    return "<wsa:Action "
        + WSA
        + ">"
        + ACTION
        + "</wsa:Action><wsa:MessageID "
        + WSA
        + ">"
        + id
        + "</wsa:MessageID>";
  }

  private static String anonymous(String header) {
    return "<"
        + header
        + " xmlns=\"http://www.w3.org/2005/08/addressing\"><Address>"
        + "http://www.w3.org/2005/08/addressing/anonymous</Address></"
        + header
        + ">";
  }

  private static String tchitchi(String firstName) {
    return "<rs:RECSANSVITALE xmlns:rs=\"http://www.cnamts.fr/INSiRecSans\">"
        + "<rs:NomNaissance>TCHITCHI</rs:NomNaissance><rs:Prenom>"
        + firstName
        + "</rs:Prenom><rs:Sexe>F</rs:Sexe><rs:DateNaissance>1936-06-21</rs:DateNaissance>"
        + "</rs:RECSANSVITALE>";
  }

  private List<Finding> findings() {
    return bench.findings(wire.space().id(), null);
  }

  /** What is known to be accepted in the field makes nothing non-conforming. */
  private void nothingBlocks() {
    assertThat(findings()).extracting(Finding::source).doesNotContainAnyElementsOf(BLOCKING);
    assertThat(bench.exchanges(wire.space().id(), 0, null).exchanges())
        .extracting(Exchange::refusal)
        .containsOnlyNulls();
  }
}
