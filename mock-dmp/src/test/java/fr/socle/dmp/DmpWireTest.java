package fr.socle.dmp;

import static fr.socle.dmp.WireClient.identity;
import static fr.socle.dmp.WireClient.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.DmpDossier;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.DmpState;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DMP in a real bench, over mutual TLS, called by a client that shares no code with it. */
class DmpWireTest {
  private static Bench bench;
  private static Path keys;

  @BeforeAll
  static void start(@TempDir Path pki) {
    keys = pki;
    bench = Bench.start(BenchOptions.builder().services(new DmpMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void anAirLoginTestsDeclaresAndListsAndIsJudgedClean() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Window window = bench.openWindow(space.id(), new WindowRequest("AIR"));
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));

    assertThat(air(space, patient, "patients", Messages.TD0_2, about(patient)).body())
        .contains("code=\"NON_EXISTE\"")
        .contains("<statusCode code=\"active\"/>")
        .contains(patient.birthName());
    assertThat(
            air(
                    space,
                    patient,
                    "habilitations",
                    Messages.TD0_3,
                    Messages.setAuthorization("AJOUT", ""))
                .body())
        .contains(">DMPOk<");
    assertThat(air(space, patient, "patients", Messages.TD0_2, about(patient)).body())
        .contains("code=\"VALIDE\"");
    HttpResponse<String> list =
        air(
            space,
            patient,
            "patientsSpecific",
            Messages.TD0_4,
            Messages.patientList("20200101000000", "LASTAUTORIZATION"));

    assertThat(list.body()).contains(ins(patient));
    assertThat(list.headers().firstValue("Content-Type"))
        .contains("application/soap+xml; charset=utf-8");
    assertThat(bench.closeWindow(space.id(), window.id()).benchErrors()).isEmpty();
    assertThat(bench.findings(space.id(), window.id())).extracting(Finding::rule).isEmpty();
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .extracting(Exchange::transaction)
        .containsExactly("DMP TD0.2", "DMP TD0.3", "DMP TD0.2", "DMP TD0.4");
  }

  @Test
  void aCardCallsDirectly() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    Certificates.Identity signature = identity(space, "cps-signature");
    String holder = "899990000020";
    String vihf =
        VihfText.direct(signature.subject(), "499990000020001", now(), composite(patient))
            .with("<NameID>" + Certificates.HOLDER, "<NameID>" + holder)
            .signedBy(signature);

    HttpResponse<String> answer =
        post(
            space,
            "cps-authentification",
            "patients",
            Messages.envelope(Messages.TD0_2, vihf, about(patient)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<queryResponseCode code=\"OK\"/>");
    assertThat(bench.findings(space.id(), null)).extracting(Finding::rule).isEmpty();
  }

  @Test
  void theAuthenticationCertificateOfTheStructureSignsNoVihf() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    Certificates.Identity tls = identity(space, "organisation");

    HttpResponse<String> answer =
        post(
            space,
            "organisation",
            "patients",
            Messages.envelope(
                Messages.TD0_2,
                VihfText.air(tls.subject(), structure(tls), now(), composite(patient))
                    .signedBy(tls),
                about(patient)));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("env:DMPInvalidCertificate");
    assertThat(bench.findings(space.id(), null))
        .extracting(Finding::rule)
        .containsExactly("DMP-T03-9");
  }

  @Test
  void aRevokedCertificateOpensNoConnection() throws Exception {
    SpaceDescriptor space = space(Map.of());
    assertThatThrownBy(() -> post(space, "revoque", "patients", "x"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatThePatientDoesInMonEspaceSanteIsSeenByTheSoftware() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));

    DmpDossier closed = dossier(space, "dossier", DmpDossierRequest.preset(ins(patient), "ferme"));
    assertThat(closed.status()).isEqualTo("ferme");
    assertThat(air(space, patient, "patients", Messages.TD0_2, about(patient)).body())
        .contains("terminated");
    order(
        space,
        "dossier",
        new DmpDossierRequest(ins(patient), null, "ouvert", null, null, null, null, null, null));
    order(
        space,
        "autorisation",
        new DmpAuthorizationRequest(ins(patient), Certificates.HOLDER, "INTERDIT", null));
    assertThat(air(space, patient, "patients", Messages.TD0_2, about(patient)).body())
        .contains("code=\"INTERDIT\"");
    DmpState state = state(space);
    assertThat(state.dossiers())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.status()).isEqualTo("ouvert");
              assertThat(one.authorizations())
                  .containsExactly(
                      new DmpDossier.Authorization(Certificates.HOLDER, "INTERDIT", false));
            });

    bench.reset(space.id());

    assertThat(state(space).dossiers()).isEmpty();
  }

  /** dmp.md 5.3, conditions 2 and 3; 1.8. */
  @Test
  void whomThePatientAuthorisesIsKnownByHisNameAndHisStructure() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    DmpDossier unused =
        dossier(
            space,
            "autorisation",
            new DmpAuthorizationRequest(ins(patient), "899990000046", "VALIDE", null));

    assertThat(
            air(
                    space,
                    patient,
                    "habilitations",
                    Messages.TD1_6,
                    Messages.listAuthorization("TOUTE"))
                .body())
        .contains(":lastName>SIMULANDRE<")
        .contains(":firstName>ANDREA<");
  }

  @Test
  void anUnknownPatientOrPresetIsRefusedWithItsNames() {
    SpaceDescriptor space = space(Map.of());
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    assertThatThrownBy(
            () -> order(space, "dossier", DmpDossierRequest.preset("188017505612345", "ferme")))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("188017505612345");
    assertThatThrownBy(
            () -> order(space, "dossier", DmpDossierRequest.preset(ins(patient), "autre")))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("oppose-urgence");
  }

  @Test
  void anArmedFaultStrikesAsManyCallsAsAsked() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    bench.armFault(space.id(), new FaultRequest("dmp", "structure-inconnue", Map.of(), 1, null));

    assertThat(air(space, patient, "patients", Messages.TD0_2, about(patient)).body())
        .contains("inconnue ou inactive");
    assertThat(air(space, patient, "patients", Messages.TD0_2, about(patient)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatWasAcknowledgedSurvivesTheBench(@TempDir Path data) throws Exception {
    BenchOptions options =
        BenchOptions.builder().services(new DmpMock()).pkiDirectory(keys).dataDir(data).build();
    Patient patient;
    String id;
    try (Bench first = Bench.start(options)) {
      SpaceDescriptor space = first.createSpace(new SpaceRequest(null, null, Map.of()));
      id = space.id();
      patient = first.createPatient(id, new PatientRequest("ordinaire"));
      assertThat(
              air(
                      space,
                      patient,
                      "habilitations",
                      Messages.TD0_3,
                      Messages.setAuthorization("AJOUT", ""))
                  .body())
          .contains(">DMPOk<");
    }
    try (Bench second = Bench.start(options)) {
      second.reopen();
      SpaceDescriptor space = second.space(id);
      assertThat(air(space, patient, "patients", Messages.TD0_2, about(patient)).body())
          .contains("code=\"VALIDE\"");
    }
  }

  @Test
  void theSameAirVihfTwiceIsFoundWhenTheWindowCloses() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Window window = bench.openWindow(space.id(), new WindowRequest("deux fois"));
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    Certificates.Identity seal = identity(space, "organisation-cachet");
    String vihf =
        VihfText.air(seal.subject(), structure(seal), now(), composite(patient)).signedBy(seal);

    for (int i = 0; i < 2; i++) {
      post(
          space,
          "organisation",
          "habilitations",
          Messages.envelope(Messages.TD1_6, vihf, Messages.listAuthorization("TOUTE")));
    }
    bench.closeWindow(space.id(), window.id());

    assertThat(bench.findings(space.id(), window.id()))
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("DMP-T10-1", "DMP-T12-2");
  }

  private static SpaceDescriptor space(Map<String, String> settings) {
    return bench.createSpace(new SpaceRequest(null, null, settings));
  }

  private static HttpResponse<String> air(
      SpaceDescriptor space, Patient patient, String service, String action, String body)
      throws Exception {
    Certificates.Identity seal = identity(space, "organisation-cachet");
    String vihf =
        VihfText.air(seal.subject(), structure(seal), now(), composite(patient)).signedBy(seal);
    return post(space, "organisation", service, Messages.envelope(action, vihf, body));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String ins(Patient patient) {
    return patient.ins().matricule() + patient.ins().key();
  }

  private static String composite(Patient patient) {
    return ins(patient) + "^^^&" + patient.ins().oid() + "&ISO^NH";
  }

  private static String about(Patient patient) {
    return Messages.example("td0.2")
        .replace(Messages.INS, ins(patient))
        .replace(Messages.OID, patient.ins().oid());
  }

  private static String structure(Certificates.Identity identity) {
    return identity.subject().replaceAll(".*OU=([^,]+).*", "$1");
  }

  private static DmpDossier dossier(SpaceDescriptor space, String name, Object input) {
    return (DmpDossier) order(space, name, input);
  }

  private static DmpState state(SpaceDescriptor space) {
    return (DmpState) order(space, "state", null);
  }

  private static Object order(SpaceDescriptor space, String name, Object input) {
    for (ControlOperation<?, ?> each : bench.serviceOperations(space.id(), "dmp")) {
      if (each.name().equals(name)) {
        return run(each, input);
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static <I, O> Object run(ControlOperation<I, O> operation, Object input) {
    return operation.run().apply(operation.input().cast(input));
  }
}
