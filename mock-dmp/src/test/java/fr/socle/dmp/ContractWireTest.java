package fr.socle.dmp;

import static fr.socle.dmp.WireClient.identity;
import static fr.socle.dmp.WireClient.post;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is withdrawn, what a profile puts up with, and the transactions few software has, over
 * mutual TLS by the card of {@code bench.json}: dmp.md 1.1, 1.2, 1.6, 1.8.
 */
class ContractWireTest {
  private static final String HOLDER = "899990000020";
  private static final String PRACTICE = "499990000020001";
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new DmpMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "patientCertif, PatientCertificationEndPoint:identityCertification, TD0.0",
    "patientsSpecific, PatientSpecificEndPoint:createPatientAccess, TD1.5",
    "patientsSpecific, PatientSpecificEndPoint:patientOTPUpdate, TD1.5",
    "patientsSpecific, PatientSpecificEndPoint:updatePatientAccess, TD1.5"
  })
  void whatIsWithdrawnAnswersAsWithdrawn(String service, String operation, String transaction)
      throws Exception {
    Calls calls = new Calls(Map.of());
    String name = operation.substring(operation.indexOf(':') + 1);

    HttpResponse<String> answer =
        calls.call(
            service,
            "urn:si-dmp-patients:" + operation,
            "<" + name + " xmlns=\"urn:si-dmp-patients\"/>",
            text -> text);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("wsa:ActionNotSupported", transaction + " est retirée");
  }

  /** TD1.1: dmp.md 5.1 (S:526, 527). */
  @Test
  void aRecordIsNoLongerCreated() throws Exception {
    HttpResponse<String> answer =
        new Calls(Map.of())
            .call(
                "patients",
                "urn:hl7-org:v3:PRPA_IN201311UV02",
                "<PRPA_IN201311UV02 xmlns=\"urn:hl7-org:v3\"/>",
                text -> text);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("PRPA_IN201311UV02_Response", "<PRPA_IN201313UV02")
        .contains("<code code=\"DMPAccessDeniedByRightsService\"/>");
  }

  /** Q2: the kit adds no WS-Addressing, or another action. */
  @ParameterizedTest
  @CsvSource({
    "defaut, sans, MessageAddressingHeaderRequired",
    "strict, sans, MessageAddressingHeaderRequired",
    "kit, sans, ''",
    "defaut, autre, ''",
    "strict, autre, ActionNotSupported",
    "kit, autre, ''"
  })
  void addressingIsPutUpWithAsTheProfileSays(String profile, String addressing, String refusal)
      throws Exception {
    Calls calls = new Calls(Map.of("dmp.profil", profile));

    HttpResponse<String> answer =
        calls.call(
            "patients",
            Messages.TD0_2,
            calls.existence(),
            text ->
                addressing.equals("autre")
                    ? text.replace(Messages.TD0_2 + "<", "urn:hl7-org:v3:PRPA_IN201308UV02<")
                    : text.replaceAll("(?s)<(MessageID|To|ReplyTo|Action) .*?(/>|</\\1>)", ""));

    if (refusal.isEmpty()) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("PRPA_IN201308UV02 ", "code=\"AUTORISATION\"");
    } else {
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains(refusal).doesNotContain("code=\"AUTORISATION\"");
    }
  }

  /** TD0.5, open to regulation only: dmp.md 1.6, 5.3. */
  @Test
  void somebodyWithoutInsIsSearchedInRegulationOnly() throws Exception {
    Calls calls = new Calls(Map.of());
    String body =
        Messages.example("td0.5")
            .replace("TESTEUR", calls.patient.birthName())
            .replace("code=\"F\"", "code=\"" + calls.patient.sex() + "\"")
            .replace("19750301", calls.patient.birthDate().replace("-", ""));

    HttpResponse<String> refused = calls.call("patientsPDQ", Messages.TD0_5, body, text -> text);
    HttpResponse<String> found =
        calls.call(
            "patientsPDQ",
            Messages.TD0_5,
            body,
            text -> text,
            vihf -> vihf.with("code=\"normal\"", "code=\"centre_15\""));

    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.body()).contains("DMPAccessDeniedByRightsService");
    assertThat(found.statusCode()).isEqualTo(200);
    // NE2008: the code of the acknowledgement is in an element (dmp.md 1.2).
    assertThat(found.body())
        .contains("<acknowledgement><typeCode code=\"AA\"/>", calls.ins())
        .contains("POURCENTAGE");
  }

  /** TD1.4, TD1.2, TD1.3b: dmp.md 1.8. */
  @Test
  void aRecordIsClosedAndReopenedOnlyWhereTheSpaceOpensTheseTransactions() throws Exception {
    assertThat(new Calls(Map.of()).manage("FERM")).contains("PRPA_IN201316UV02", "DMPAccessDenied");
    Calls calls =
        new Calls(Map.of("dmp.transactions-anciennes", "ouvertes", "dmp.rattache", "non"));

    assertThat(calls.manage("REAC")).contains("PRPA_IN201316UV02", "code=\"DMPFound\"");
    assertThat(calls.manage("MODIF_DATA")).contains("PRPA_IN201315UV02");
    assertThat(calls.manage("FERM")).contains("PRPA_IN201315UV02");
    assertThat(calls.manage("FERM")).contains("PRPA_IN201316UV02", "code=\"DMPClosed\"");
    assertThat(calls.call("patients", Messages.TD0_2, calls.existence(), text -> text).body())
        .contains("terminated");
    assertThat(calls.manage("REAC")).contains("PRPA_IN201315UV02");
  }

  /** A doctor and his patient in a space of their own. */
  private static final class Calls {
    private final SpaceDescriptor space;
    private final Patient patient;

    Calls(Map<String, String> settings) {
      this.space = bench.createSpace(new SpaceRequest(null, null, settings));
      this.patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    }

    String ins() {
      return patient.ins().matricule() + patient.ins().key();
    }

    String existence() {
      return own(Messages.example("td0.2"));
    }

    String manage(String reason) throws Exception {
      String body =
          own(Messages.example("gestion"))
              .replace("{motif}", reason)
              .replace("{statut}", reason.equals("FERM") ? "terminated" : "active");
      return call("patients", Messages.REGISTRATION, body, text -> text).body();
    }

    private String own(String example) {
      return example.replace(Messages.INS, ins()).replace(Messages.OID, patient.ins().oid());
    }

    HttpResponse<String> call(
        String service, String action, String body, UnaryOperator<String> bend) throws Exception {
      return call(service, action, body, bend, vihf -> vihf);
    }

    HttpResponse<String> call(
        String service,
        String action,
        String body,
        UnaryOperator<String> bend,
        UnaryOperator<VihfText> bent)
        throws Exception {
      Certificates.Identity card = identity(space, "cps-signature");
      String vihf =
          bent.apply(
                  VihfText.direct(
                          card.subject(),
                          PRACTICE,
                          Instant.now().truncatedTo(ChronoUnit.MILLIS),
                          ins() + "^^^&" + patient.ins().oid() + "&ISO^NH")
                      .with("<NameID>" + Certificates.HOLDER, "<NameID>" + HOLDER))
              .signedBy(card);
      return post(
          space,
          "cps-authentification",
          service,
          bend.apply(Messages.envelope(action, vihf, body)));
    }
  }
}
