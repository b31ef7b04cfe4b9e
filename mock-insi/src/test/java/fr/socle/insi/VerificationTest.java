package fr.socle.insi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.JudgedInsi.Found;
import fr.socle.insi.check.InsiChecks;
import fr.socle.insi.protocol.InsiEndpoint;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WS_INS3, by the contract Socle assumes: it works, it says so, and it judges nobody. */
class VerificationTest {
  private static Bench bench;

  private final JudgedInsi onPaper = new JudgedInsi(Map.of(), Persons.ALIX);

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void theInsOfSomebodyIsValidOnTheWire() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest("nia"));

    HttpResponse<String> answer = verify(wire, patient);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("http://www.cnamts.fr/INSiLot2/REPUnitaire")
        .contains("<CodeCR>00</CodeCR>")
        .doesNotContain(patient.birthName());
    Exchange exchange = bench.exchanges(wire.space().id(), 0, null).exchanges().get(0);
    assertThat(exchange.transaction()).isEqualTo("INSi WS_INS3 (contrat supposé)");
    assertThat(exchange.decoded().path("contratSuppose").asBoolean()).isTrue();
    assertThat(bench.findings(wire.space().id(), null)).extracting(Finding::rule).isEmpty();
  }

  @Test
  void anArmedRefusalOfTheInsIsAnsweredOnce() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    bench.armFault(
        wire.space().id(),
        new FaultRequest("insi", "verification-ko", null, 1, InsiEndpoint.WS_INS3));

    assertThat(verify(wire, patient).body()).contains("<CodeCR>01</CodeCR>");
    assertThat(verify(wire, patient).body()).contains("<CodeCR>00</CodeCR>");
  }

  @Test
  void aSpaceMayHaveNoVerification() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of("insi.verification", "absente"));
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));

    assertThat(verify(wire, patient).body()).contains("mock_insi_operation_absente");
  }

  @ParameterizedTest
  @CsvSource({
    ">37<, >38<, <CodeCR>01",
    "4.10<, 4.8<, <CodeCR>01",
    ">MOQUETTE<, >MOQUET<, <CodeCR>01",
    ">ALIX MARIE-LOU<, >ALIX<, <CodeCR>01",
    ">F<, >M<, <CodeCR>01",
    ">1988-02-29<, >1988-02-28<, <CodeCR>01",
    ">75056<, >75057<, <CodeCR>01",
    "2880275056123, 2880275056124, <CodeCR>01",
    ">75056<, ><, <CodeCR>00",
    "<v:OID>1.2.250.1.213.1.4.10<, <v:OID><, mock_insi_OID",
    "2880275056123, 12, mock_insi_Matricule",
    ">MOQUETTE<, ><, insi_19",
    ">F<, >X<, insi_24",
    ">1988-02-29<, >29/02/1988<, mock_insi_DateNaissance",
    "v:OID, v:Oid, mock_insi_corps"
  })
  void everythingIsCompared(String taken, String put, String answer) {
    String message = Requests.verification();
    assertThat(message).contains(taken);

    assertThat(
            new String(onPaper.serve(request(message.replace(taken, put))).answer().body(), UTF_8))
        .contains(answer);
  }

  @Test
  void aFirstNameAloneIsEnough() {
    String message =
        Requests.verification().replace("v:ListePrenom", "v:Prenom").replace(" MARIE-LOU", "");

    assertThat(new String(onPaper.serve(request(message)).answer().body(), UTF_8))
        .contains("<CodeCR>00");
  }

  @ParameterizedTest
  @CsvSource({
    "INSI-T05-20, VERIFIERINS, <v:IndividuVerifie>, <v:IndividuVerifie a=\"1\">",
    "INSI-T05-21, Cle, <v:Cle>37</v:Cle>, ''",
    "INSI-T05-21, ListePrenom, >ALIX MARIE-LOU<, ><",
    "INSI-T05-22, NomNaissance, >MOQUETTE<, >"
        + "MOQUETTE MOQUETTE MOQUETTE MOQUETTE MOQUETTE MOQUETTE MOQUETTE MOQUETTE MOQUETTES<",
    "INSI-T05-23, OID, 1.2.250.1.213.1.4.10, 1.2.250.1.213.1.4.2",
    "INSI-T05-23, OID, 1.2.250.1.213.1.4.10, 1.2.250.1.213.1.4.13",
    "INSI-T10-1, Cle, >37<, >38<"
  })
  void aMessageBrokenInOneWayBreaksOneRule(String rule, String where, String taken, String put) {
    assertThat(onPaper.findings(request(Requests.verification()))).isEmpty();

    List<Found> findings = onPaper.findings(request(Requests.verification().replace(taken, put)));

    assertThat(findings).extracting(Found::rule).containsExactly(rule);
    assertThat(findings.get(0).location()).contains(where);
    assertThat(findings.get(0).mend()).endsWith(".");
  }

  @Test
  void noRuleOfAnAssumedContractJudges() {
    assertThat(InsiChecks.book().pages().get(InsiEndpoint.WS_INS3).checks())
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.rule().source()).isEqualTo(RuleSource.SUPPOSE));
  }

  @ParameterizedTest
  @CsvSource({
    "autreOperation, http://www.cnamts.fr/INSiLot5/REQListe, false",
    "verifierIns, http://www.cnamts.fr/INSiVerif/v2, false",
    "verifierIns, urn:autre, false",
    "autreOperation, http://www.cnamts.fr/INSiRecSansV, true",
    "autreOperation, http://www.cnamts.fr/UnAutreService, false",
    "autreOperation, http://www.cnamts.fr/INSiRequete, false",
    "rechercherInsAutrement, http://www.cnamts.fr/UnAutreService, true",
  })
  void anOperationOfALotNobodyKnowsIsNotBlamedForTheWsdlOfAnother(
      String operation, String body, boolean blamed) {
    String action = "urn:ServiceIdentiteCertifiee:5.0.0:" + operation;
    String message =
        Requests.verification()
            .replaceAll("urn:[^<\"]*:verifier[A-Za-z]*", action)
            .replaceAll("xmlns:v=\"[^\"]*\"", "xmlns:v=\"" + body + "\"");
    IncomingRequest request =
        Requests.post(
            "application/soap+xml; charset=utf-8; action=\"" + action + "\"",
            message.getBytes(UTF_8),
            TlsFacts.clear());

    assertThat(onPaper.findings(request))
        .extracting(Found::rule)
        .filteredOn(List.of("INSI-T01-4", "INSI-T01-5", "INSI-T01-6")::contains)
        .hasSize(blamed ? 3 : 0);
  }

  private static IncomingRequest request(String message) {
    return Requests.post(
        Requests.VERIFICATION_CONTENT_TYPE, message.getBytes(UTF_8), TlsFacts.clear());
  }

  private static HttpResponse<String> verify(BenchOnTheWire wire, Patient patient)
      throws Exception {
    SpaceDescriptor space = wire.space();
    String message =
        BenchOnTheWire.about(patient, wire.unit("insi-auto"), Requests.verification())
            .replace("ALIX MARIE-LOU", String.join(" ", patient.birthFirstNames()))
            .replace(">37<", ">" + patient.ins().key() + "<")
            .replace("1.2.250.1.213.1.4.10", patient.ins().oid());
    assertThat(space.urls()).containsKey("insi.certificate");
    return wire.postAs("insi-auto", Requests.VERIFICATION_CONTENT_TYPE, message);
  }
}
