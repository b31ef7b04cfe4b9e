package fr.socle.essais;

import static fr.socle.essais.GeneratedInsi.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A JAX-WS client that CXF generates from the served WSDL: both its operations, by certificate and
 * by assertion, what is found and what is refused. No WSDL is served for the verification, whose
 * contract is assumed.
 */
class CxfInsiTest {
  private static final String BY_TRAITS = "rechercherInsAvecTraitsIdentite";
  private static final String BY_CARD = "rechercherInsAvecCarteVitale";
  private static final String DOCTOR = "899990000020";

  private static SocleProcess socle;
  private static BenchClient bench;
  private static SpaceDescriptor space;
  private static SSLContext mutual;
  private static GeneratedInsi generated;

  @BeforeAll
  static void generate(@TempDir Path folder) throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    bench = socle.client();
    space = socle.space();
    mutual = ClientTls.context(space, "insi-manu");
    generated = GeneratedInsi.from(space, mutual, folder);
  }

  @AfterAll
  static void stop() throws Exception {
    socle.close();
  }

  @Test
  void theWsdlHasTheTwoSearchesAndNothingInvented() throws Exception {
    assertThat(generated.operations()).containsExactlyInAnyOrder(BY_TRAITS, BY_CARD);
  }

  @Test
  void findsAnInsByTraitsWithACertificate() throws Exception {
    Patient patient = patient();
    Window window = bench.openWindow(space.id(), "CXF, traits");

    Object result = byCertificate(CxfMessage.byTraits(generated, space, patient));

    isOf(patient, result);
    oneCall(window, "INSi WS_INS2");
  }

  @Test
  void findsAnInsByCardWithACertificate() throws Exception {
    Patient patient = patient();
    Window window = bench.openWindow(space.id(), "CXF, carte");

    Object result = byCertificate(CxfMessage.byCard(generated, space, patient).withVitale(DOCTOR));

    isOf(patient, result);
    oneCall(window, "INSi WS_INS1");
  }

  @Test
  void findsAnInsByTraitsAndByCardWithAnAssertion() throws Exception {
    Patient patient = patient();

    isOf(
        patient,
        byAssertion(CxfMessage.byTraits(generated, space, patient).from(DOCTOR).withPsc(DOCTOR)));
    isOf(
        patient,
        byAssertion(
            CxfMessage.byCard(generated, space, patient)
                .from(DOCTOR)
                .withPsc(DOCTOR)
                .withVitale(DOCTOR)));
  }

  @ParameterizedTest
  @CsvSource({
    "TCHITCHI, OLA, F, 1936-06-21, 01, Aucune identite trouvee",
    "DE VINCI, LEONARDO, M, 2014-02-01, 02, Plusieurs identites trouvees"
  })
  void readsTheOtherReturnCodes(
      String name, String firstName, String sex, String date, String code, String label)
      throws Exception {
    Object result =
        byCertificate(CxfMessage.byTraits(generated, space, name, firstName, sex, date));

    assertThat(get(get(result, "getCR"), "getCodeCR")).isEqualTo(code);
    assertThat(get(get(result, "getCR"), "getLibelleCR")).isEqualTo(label);
    assertThat(get(result, "getINDIVIDU")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "desir_550, ERREUR",
    "desir_560, ERREUR",
    "desir_1020, FATALE",
    "insi_19, ERREUR",
    "insi_24, ERREUR",
    "insi_102,", // its severity is out of the schema, as that of the real service
    "insi_111, FATALE"
  })
  void readsTheFaultsOfASearchByTraits(String code, String severity) throws Exception {
    bench.armFault(space.id(), new FaultRequest("insi", code, null, 1, null));

    isRefused(CxfMessage.byTraits(generated, space, patient()), code, severity);
  }

  @ParameterizedTest
  @CsvSource({"desir_1020, FATALE", "insi_101,", "insi_111, FATALE"})
  void readsTheFaultsOfASearchByCard(String code, String severity) throws Exception {
    bench.armFault(space.id(), new FaultRequest("insi", code, null, 1, null));

    isRefused(CxfMessage.byCard(generated, space, patient()).withVitale(DOCTOR), code, severity);
  }

  @Test
  void readsTheRefusalOfACardThatIsNotThere() throws Exception {
    isRefused(
        CxfMessage.byCard(generated, space, patient()), "mock_insi_AssertionVitale", "ERREUR");
  }

  private static void isRefused(CxfMessage message, String code, String severity) throws Exception {
    Throwable thrown = catchThrowable(() -> byCertificate(message));

    assertThat(thrown).isNotNull();
    assertThat(thrown.getClass().getName()).isEqualTo("fr.essai.insi.Erreur");
    Object detail = get(thrown, "getFaultInfo");
    assertThat(get(detail, "getCode")).isEqualTo(code);
    Object read = get(detail, "getSeverite");
    assertThat(read == null ? null : read.toString()).isEqualTo(severity);
  }

  private static void isOf(Patient patient, Object result) throws Exception {
    assertThat(get(get(result, "getCR"), "getCodeCR")).isEqualTo("00");
    Object active = get(get(result, "getINDIVIDU"), "getINSACTIF");
    assertThat(get(get(active, "getIdIndividu"), "getNumIdentifiant"))
        .isEqualTo(patient.ins().matricule());
    assertThat(get(get(active, "getIdIndividu"), "getCle")).isEqualTo(patient.ins().key());
    assertThat(get(active, "getOID")).isEqualTo(patient.ins().oid());
    assertThat(get(get(get(result, "getINDIVIDU"), "getTIQ"), "getNomNaissance"))
        .isEqualTo(patient.birthName());
  }

  /**
   * One call of this kind in the window, beside the pages of the contract. No rule is broken but a
   * reserve: no part of the WSDL is wsa:Action, so nothing generated from it alone sends it.
   */
  private static void oneCall(Window window, String transaction) throws Exception {
    assertThat(bench.closeWindow(space.id(), window.id()).findings()).isEmpty();
    List<Exchange> calls =
        bench.exchanges(space.id(), 0, window.id()).exchanges().stream()
            .filter(exchange -> exchange.method().equals("POST"))
            .toList();
    assertThat(calls).extracting(Exchange::transaction).containsExactly(transaction);
    assertThat(calls.get(0).findings()).extracting(Finding::rule).containsExactly("INSI-T01-5");
  }

  private static Object byCertificate(CxfMessage message) throws Exception {
    Object port = generated.port(space.urls().get("insi.certificate"), mutual);
    return generated.call(port, message.operation(), message);
  }

  private static Object byAssertion(CxfMessage message) throws Exception {
    Object port = generated.port(space.urls().get("insi.assertion"), ClientTls.anonymous(space));
    return generated.call(port, message.operation(), message);
  }

  private static Patient patient() throws Exception {
    return bench.createPatient(space.id(), new PatientRequest("nom-compose"));
  }
}
