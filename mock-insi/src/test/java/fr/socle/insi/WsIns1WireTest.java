package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WS_INS1 in a real bench: a card read beside the professional, on each kind of door. */
class WsIns1WireTest {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void bothAssertionsFindThePersonOfTheCardAndBreakNoRule() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest("corse-2b"));

    HttpResponse<String> answer = wire.post("insi.assertion", type(), message(wire, patient));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<CodeCR>00</CodeCR>")
        .contains("<NumIdentifiant>" + patient.ins().matricule() + "</NumIdentifiant>");
    assertThat(only(wire).transaction()).isEqualTo("INSi WS_INS1");
    assertThat(bench.findings(wire.space().id(), null)).extracting(Finding::rule).isEmpty();
  }

  @Test
  void aSignedVitaleAssertionIsCheckedAsFarAsItsDigest() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    CardAssertion card = wire.card("cps-authentification");
    Instant now = Instant.now();
    String message =
        BenchOnTheWire.about(
            patient,
            card.name(),
            Requests.vitale(card.professional(now), card.signedVitale(now, "0000000001")));

    assertThat(wire.post("insi.assertion", type(), message).body()).contains("<CodeCR>00<");
    assertThat(bench.findings(wire.space().id(), null)).extracting(Finding::rule).isEmpty();
    assertThat(
            wire.post("insi.assertion", type(), message.replace(">0000000001</saml", ">9</saml"))
                .body())
        .contains("mock_insi_AssertionVitale");
  }

  @Test
  void inCertificateModeTheCardIsEnough() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    CardAssertion card = wire.card("cps-authentification");
    String message =
        BenchOnTheWire.about(
            patient,
            wire.unit("insi-manu"),
            Requests.vitale(card.vitale(Instant.now(), "0000000001")));

    assertThat(wire.postAs("insi-manu", type(), message).body()).contains("<CodeCR>00<");
  }

  @Test
  void anAssertionKeptForTwentyMinutesIsRefusedAndANewOneIsNot() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    String message = message(wire, patient);
    assertThat(wire.post("insi.assertion", type(), message).statusCode()).isEqualTo(200);

    bench.age(wire.space().id(), new AgeRequest("PT21M"));

    assertThat(wire.post("insi.assertion", type(), message).body())
        .contains("mock_insi_AssertionVitalePerimee");
    assertThat(wire.post("insi.assertion", type(), message(wire, patient)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void nobodyOnTheCardIsAnswered01OrItsTechnicalFault() throws Exception {
    assertThat(answerToNobody(Map.of())).contains("<CodeCR>01<");
    assertThat(answerToNobody(Map.of("insi.not-found", "fault"))).contains("insi_101");
  }

  private String answerToNobody(Map<String, String> settings) throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, settings);
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    String message = message(wire, patient).replace(patient.birthName(), "PERSONNE");
    return wire.post("insi.assertion", type(), message).body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"insi_101", "insi_111", "desir_1020", "desir_550", "desir_560"})
  void theFaultsOfTheServiceStrikeIt(String code) throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    bench.armFault(wire.space().id(), new FaultRequest("insi", code, null, 1, "INSi WS_INS1"));

    HttpResponse<String> answer = wire.post("insi.assertion", type(), message(wire, patient));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("code=\"" + code + "\"");
  }

  @Test
  void withoutTheCardTheCallIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    Patient patient = bench.createPatient(wire.space().id(), new PatientRequest(null));
    CardAssertion card = wire.card("cps-authentification");
    String message =
        BenchOnTheWire.about(
            patient, card.name(), Requests.vitale(card.professional(Instant.now())));

    assertThat(wire.post("insi.assertion", type(), message).body())
        .contains("mock_insi_AssertionVitale");
    assertThat(only(wire).refusal().code()).isEqualTo("mock_insi_AssertionVitale");
  }

  private static String message(BenchOnTheWire wire, Patient patient) throws Exception {
    CardAssertion card = wire.card("cps-authentification");
    Instant now = Instant.now();
    return BenchOnTheWire.about(
        patient,
        card.name(),
        Requests.vitale(card.professional(now), card.vitale(now, "0000000001")));
  }

  private static String type() {
    return Requests.VITALE_CONTENT_TYPE;
  }

  private static Exchange only(BenchOnTheWire wire) {
    return bench.exchanges(wire.space().id(), 0, null).exchanges().get(0);
  }
}
