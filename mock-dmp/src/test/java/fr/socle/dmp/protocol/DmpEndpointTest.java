package fr.socle.dmp.protocol;

import static fr.socle.dmp.Messages.example;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import fr.socle.dmp.service.DmpFault;
import fr.socle.dmp.service.DmpServiceFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dispatch, addressing and the quirks of dmp.md 1.1, 1.2. */
class DmpEndpointTest {
  private static final Caller CALLER = new Caller();
  private static final String WSA = "<MessageID xmlns=\"http://www.w3.org/2005/08/addressing\">";
  private JudgedDmp dmp = new JudgedDmp(Map.of());

  @AfterEach
  void close() {
    dmp.close();
  }

  private void settings(Map<String, String> settings) {
    dmp.close();
    dmp = new JudgedDmp(settings);
  }

  @Test
  void anAnswerRelatesToItsRequest() {
    IncomingRequest request = existence();
    String id = new String(request.body(), UTF_8).replaceAll("(?s).*(urn:uuid:[^<]+)<.*", "$1");

    String answer = body(dmp.serve(request));

    assertThat(answer)
        .contains("<wsa:RelatesTo xmlns:wsa=\"http://www.w3.org/2005/08/addressing\">" + id)
        .contains(">urn:hl7-org:v3:PRPA_IN201308UV02</wsa:Action>")
        .contains(">http://www.w3.org/2005/08/addressing/anonymous</wsa:To>");
  }

  @ParameterizedTest
  @CsvSource({
    "patients, DMP TD0.2",
    "habilitations, DMP opération inconnue",
    "patientsPDQ, DMP opération inconnue"
  })
  void anOperationIsOfOneService(String service, String transaction) {
    Served served = dmp.serve(CALLER.inAir(service, Messages.TD0_2, example("td0.2")));
    assertThat(served.transaction()).isEqualTo(transaction);
    assertThat(served.answer().status()).isEqualTo(service.equals("patients") ? 200 : 500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Patients", "patient", "", "patients/", "patientspdq"})
  void theNameOfAServiceIsExact(String name) {
    assertThat(
            dmp.serve(Messages.post(name, "", CALLER.organisation().certificate(), JudgedDmp.NOW))
                .answer()
                .status())
        .isEqualTo(404);
  }

  @Test
  void onlyPostIsTaken() {
    IncomingRequest get =
        new IncomingRequest(
            "dmp",
            "GET",
            Messages.PATH + "patients",
            Headers.none(),
            new byte[0],
            TlsFacts.clear(),
            JudgedDmp.NOW);
    assertThat(dmp.serve(get).answer().status()).isEqualTo(405);
  }

  @Test
  void aMissingAddressingHeaderIsTheFaultOfTheStandardButInTheProfileOfTheKit() {
    String envelope = envelope();
    for (String name : List.of("MessageID", "Action")) {
      String without =
          envelope.replaceAll(
              "<" + name + " xmlns=[^>]*addressing\"[^>]*>[^<]*</" + name + ">", "");
      assertThat(without).isNotEqualTo(envelope);
      Served served = dmp.serve(post(without));
      assertThat(served.answer().status()).isEqualTo(500);
      assertThat(body(served))
          .contains(
              "<env:Value xmlns:wsa=\"http://www.w3.org/2005/08/addressing\">wsa:MessageAddressingHeaderRequired")
          .contains(name);
    }
    String without = envelope.replace(WSA, "<x>").replace("</MessageID>", "</x>");
    settings(Map.of("dmp.profil", "kit"));
    assertThat(dmp.serve(post(without)).answer().status()).isEqualTo(200);
    String noAction = envelope.replaceAll("<Action .*</Action>", "");
    assertThat(dmp.serve(post(noAction)).transaction()).isEqualTo("DMP TD0.2");
  }

  @Test
  void anotherActionIsPutUpWithUnlessStrict() {
    String other = envelope().replace(Messages.TD0_2 + "<", "urn:hl7-org:v3:PRPA_IN201308UV02<");
    assertThat(dmp.serve(post(other)).transaction()).isEqualTo("DMP TD0.2");
    assertThat(dmp.serve(post(other)).answer().status()).isEqualTo(200);

    settings(Map.of("dmp.profil", "strict"));

    assertThat(body(dmp.serve(post(other)))).contains("wsa:ActionNotSupported");
  }

  @Test
  void theOlderEnvelopeIsPutUpWithUnlessStrict() {
    String old =
        envelope()
            .replace(
                "http://www.w3.org/2003/05/soap-envelope",
                "http://schemas.xmlsoap.org/soap/envelope/");
    Served served = dmp.serve(post(old));
    assertThat(served.answer().status()).isEqualTo(200);
    assertThat(body(served)).contains("http://www.w3.org/2003/05/soap-envelope");

    settings(Map.of("dmp.profil", "strict"));

    assertThat(body(dmp.serve(post(old)))).contains("VersionMismatch");
  }

  @Test
  void mustUnderstandIsTakenInBothFormsAndRefusedForWhatIsNotKnown() {
    String qualified = envelope().replace("mustUnderstand=\"true\"", "env:mustUnderstand=\"1\"");
    assertThat(dmp.serve(post(qualified)).answer().status()).isEqualTo(200);
    String unknown =
        envelope().replace("<wsse:Security", "<inconnu env:mustUnderstand=\"1\"/><wsse:Security");
    assertThat(body(dmp.serve(post(unknown)))).contains("env:MustUnderstand").contains("inconnu");
  }

  @ParameterizedTest
  @CsvSource({
    "patientCertif, urn:si-dmp-patients:PatientCertificationEndPoint:identityCertification, TD0.0",
    "patientsSpecific, urn:si-dmp-patients:PatientSpecificEndPoint:createPatientAccess, TD1.5",
    "patientsSpecific, urn:si-dmp-patients:PatientSpecificEndPoint:patientOTPUpdate, TD1.5",
    "patientsSpecific, urn:si-dmp-patients:PatientSpecificEndPoint:updatePatientAccess, TD1.5"
  })
  void withdrawnOperationsAnswerAsWithdrawn(String service, String action, String transaction) {
    String name = action.substring(action.lastIndexOf(':') + 1);
    Served served =
        dmp.serve(CALLER.byCard(service, action, "<" + name + " xmlns=\"urn:si-dmp-patients\"/>"));
    assertThat(served.answer().status()).isEqualTo(500);
    assertThat(body(served))
        .contains("wsa:ActionNotSupported")
        .contains(transaction + " est retirée");
  }

  @Test
  void aCreationIsRefusedInItsWrapper() {
    Served served =
        dmp.serve(
            CALLER.byCard(
                "patients",
                "urn:hl7-org:v3:PRPA_IN201311UV02",
                "<PRPA_IN201311UV02 xmlns=\"urn:hl7-org:v3\"/>"));
    assertThat(served.answer().status()).isEqualTo(200);
    assertThat(body(served))
        .contains("PRPA_IN201311UV02_Response xmlns:gdp=\"asip:ci-sis:gdp:2010\"")
        .contains("<PRPA_IN201313UV02 xmlns=\"urn:hl7-org:v3\"")
        .contains("<code code=\"DMPAccessDeniedByRightsService\"/>");
  }

  @Test
  void whatIsNoMessageIsRefusedAndJudged() {
    Served served = dmp.serve(post("<env:Envelope"));
    assertThat(served.answer().status()).isEqualTo(500);
    assertThat(served.transaction()).isEqualTo("DMP illisible");
    assertThat(body(dmp.serve(post("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))))
        .contains("DOCTYPE");
  }

  @ParameterizedTest
  @EnumSource(
      value = DmpServiceFault.class,
      names = {
        "INVALID_CERTIFICATE",
        "ACCESS_DENIED",
        "UNKNOWN_STRUCTURE",
        "NOT_OF_THE_STRUCTURE",
        "EXPIRED_VIHF",
        "TECHNICAL"
      })
  void anArmedFaultIsAnsweredInPlaceOfAnything(DmpServiceFault fault) {
    Served served =
        dmp.serve(
            existence(),
            name -> name.equals(fault.label()) ? Optional.of(Map.of()) : Optional.empty());
    assertThat(served.answer().status()).isEqualTo(500);
    DmpFault expected = fault.fault(Certificates.HOLDER, Certificates.STRUCTURE).orElseThrow();
    assertThat(body(served)).contains(expected.subcode(), expected.text());
  }

  @Test
  void theTransactionIsToldBeforeAnythingIsDecoded() {
    assertThat(dmp.endpoint().transactionOf(existence())).isEqualTo("DMP TD0.2");
    assertThat(
            dmp.endpoint()
                .transactionOf(
                    CALLER.byCard(
                        "patients",
                        Messages.TD0_2,
                        example("td0.2").replace("TEST_EXST", "CNSLT_DATA"))))
        .isEqualTo("DMP TD1.3a");
    assertThat(
            dmp.endpoint()
                .transactionOf(
                    CALLER.byCard(
                        "patients",
                        Messages.REGISTRATION,
                        example("gestion").replace("{motif}", "FERM"))))
        .isEqualTo("DMP TD1.4");
    assertThat(dmp.endpoint().concerned(existence()).nationalId()).isEqualTo("899900099997");
  }

  private static IncomingRequest existence() {
    return CALLER.inAir("patients", Messages.TD0_2, example("td0.2"));
  }

  private static String envelope() {
    return Messages.envelope(
        Messages.TD0_2, CALLER.air().signedBy(CALLER.seal()), example("td0.2"));
  }

  private static IncomingRequest post(String envelope) {
    return Messages.post("patients", envelope, CALLER.organisation().certificate(), JudgedDmp.NOW);
  }

  private static String body(Served served) {
    return new String(served.answer().body(), UTF_8);
  }
}
