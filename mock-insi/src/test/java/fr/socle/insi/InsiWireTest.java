package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.InsiState;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.exigences.RuleSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** INSi in a real bench, over mutual TLS, called by a client that shares no code with it. */
class InsiWireTest {
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
  void aCorrectSearchIsAnsweredAndJudgedClean() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Window window = bench.openWindow(space.id(), new WindowRequest("recherche"));

    Patient patient = bench.createPatient(space.id(), new PatientRequest("ajaccio-trois-prenoms"));
    HttpResponse<String> answer = search(space, "insi-auto", message(space, "insi-auto", patient));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/soap+xml; charset=utf-8");
    assertThat(answer.body())
        .contains("<CodeCR>00</CodeCR>")
        .contains("<NumIdentifiant>" + patient.ins().matricule() + "</NumIdentifiant>")
        .contains("<Cle>" + patient.ins().key() + "</Cle>")
        .contains("<OID>" + patient.ins().oid() + "</OID>")
        .contains("<ListePrenom>" + String.join(" ", patient.birthFirstNames()) + "</ListePrenom>");
    WindowClosure closure = bench.closeWindow(space.id(), window.id());
    assertThat(closure.exchanges()).isEqualTo(1);
    assertThat(closure.benchErrors()).isEmpty();
    assertThat(bench.findings(space.id(), window.id())).isEmpty();
  }

  @Test
  void theSenderIsComparedWithTheCertificatePresented() throws Exception {
    SpaceDescriptor space = space(Map.of());

    search(
        space,
        "insi-manu",
        message(space, "insi-manu").replaceAll("(<bam:Emetteur>)[^<]+", "$1AUTRE"));

    assertThat(bench.findings(space.id(), null))
        .extracting(Finding::rule, Finding::source, Finding::found)
        .containsExactly(tuple("INSI-T03-1", RuleSource.VU, "AUTRE"));
  }

  @Test
  void aCertificateWithTheWrongNameIsRefusedByTheServiceNotByTls() throws Exception {
    SpaceDescriptor space = space(Map.of());

    HttpResponse<String> answer = search(space, "cn-incorrect", message(space, "cn-incorrect"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("desir_560");
    Exchange exchange = only(space);
    assertThat(exchange.refusal().code()).isEqualTo("desir_560");
    assertThat(exchange.findings()).extracting(Finding::rule).contains("INSI-T03-2");
  }

  @Test
  void firstNamesTriedOutOfOrderAreFoundWhenTheWindowCloses() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Window window = bench.openWindow(space.id(), new WindowRequest("prénoms"));
    String message = nobody(space);
    for (String firstNames : List.of("ANNE LOU", "ANNE")) {
      search(
          space,
          "insi-auto",
          message
              .replaceAll("(<rs:Prenom>)[^<]+", "$1" + firstNames)
              .replaceAll("(<wsa:MessageID>)[^<]+", "$1uuid:" + UUID.randomUUID()));
    }

    WindowClosure closure = bench.closeWindow(space.id(), window.id());

    assertThat(closure.findings()).extracting(Finding::rule).containsExactly("INSI-T06-1");
  }

  @Test
  void settingsOfTheSpaceDecideWhatNobodyFoundMeans() throws Exception {
    SpaceDescriptor production = space(Map.of());
    SpaceDescriptor qualification = space(Map.of("insi.not-found", "fault"));

    assertThat(search(production, "insi-auto", nobody(production)).body())
        .contains("<CodeCR>01</CodeCR>");
    HttpResponse<String> fault = search(qualification, "insi-auto", nobody(qualification));
    assertThat(fault.statusCode()).isEqualTo(500);
    assertThat(fault.body()).contains("insi_102");
  }

  @Test
  void anArmedFaultStrikesItsTimesAndIsWrittenInTheJournal() throws Exception {
    SpaceDescriptor space = space(Map.of());
    String message = message(space, "insi-auto");
    bench.armFault(space.id(), new FaultRequest("insi", "desir_1020", null, 1, "INSi WS_INS2"));
    bench.armFault(
        space.id(),
        new FaultRequest("insi", "reponse-traits-vides", Map.of("champ", "Sexe"), 1, null));

    assertThat(search(space, "insi-auto", message).body()).contains("desir_1020");
    assertThat(search(space, "insi-auto", message).body()).contains("<Sexe></Sexe>");
    assertThat(search(space, "insi-auto", message).body()).doesNotContain("<Sexe></Sexe>");
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .extracting(Exchange::faults)
        .containsExactly(List.of("desir_1020"), List.of("reponse-traits-vides"), List.of());
  }

  @Test
  void aGeneralFaultMayBeKeptToOneTransaction() throws Exception {
    SpaceDescriptor space = space(Map.of());
    String message = message(space, "insi-auto");
    bench.armFault(
        space.id(),
        new FaultRequest("insi", "statut-http", Map.of("code", "503"), null, "INSi WS_INS1"));
    bench.armFault(
        space.id(),
        new FaultRequest("insi", "statut-http", Map.of("code", "502"), 1, "INSi WS_INS2"));

    assertThat(search(space, "insi-auto", message).statusCode()).isEqualTo(502);
    assertThat(search(space, "insi-auto", message).statusCode()).isEqualTo(200);
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .extracting(Exchange::transaction)
        .containsExactly("INSi WS_INS2", "INSi WS_INS2");
  }

  @Test
  void whatIsNotSoapIsAnsweredAndRecorded() throws Exception {
    SpaceDescriptor space = space(Map.of());

    for (String body : List.of("", "bonjour", "<a>", "<!DOCTYPE a><a/>")) {
      assertThat(search(space, "insi-auto", body).statusCode()).isEqualTo(500);
    }

    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .hasSize(4)
        .allSatisfy(exchange -> assertThat(exchange.refusal()).isNotNull());
  }

  @Test
  void theWholeContractCanBeFetchedFromTheBenchAlone() throws Exception {
    SpaceDescriptor space = space(Map.of());
    RawClient client = client(space, "insi-auto");
    String wsdl = client.get(space.urls().get("insi.certificate") + "?wsdl").body();

    assertThat(wsdl).contains("location=\"" + space.urls().get("insi.certificate") + "\"");
    Matcher schemas = Pattern.compile("schemaLocation=\"([^\"]+)\"").matcher(wsdl);
    assertThat(schemas.results().map(match -> match.group(1)))
        .isNotEmpty()
        .allSatisfy(url -> assertThat(client.get(url).statusCode()).isEqualTo(200));
    assertThat(client.get(space.urls().get("insi.wsdl")).body()).contains("<wsdl:definitions");
  }

  @Test
  void theServerIsNamedAsTheHostOfInsi() throws Exception {
    SpaceDescriptor space = space(Map.of());

    assertThat(client(space, "insi-auto").peerOf(space.urls().get("insi.certificate") + "?wsdl"))
        .startsWith("CN=qualiflps-services-ps-tlsm.ameli.fr");
  }

  @Test
  void theStateTellsTheCalls() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Patient patient = bench.createPatient(space.id(), new PatientRequest(null));
    search(space, "insi-auto", message(space, "insi-auto", patient));

    InsiState.Call call =
        new InsiState.Call(
            "rechercherInsAvecTraitsIdentite",
            patient.birthName(),
            patient.firstNameUsed(),
            patient.sex(),
            patient.birthDate(),
            patient.birthPlace(),
            "00",
            patient.ins().matricule());
    assertThat(bench.serviceOperations(space.id(), "insi"))
        .filteredOn(operation -> operation.name().equals("state"))
        .singleElement()
        .satisfies(
            operation ->
                assertThat(operation.run().apply(null)).isEqualTo(new InsiState(List.of(call))));
  }

  private static SpaceDescriptor space(Map<String, String> settings) {
    return bench.createSpace(new SpaceRequest(null, null, settings));
  }

  private static HttpResponse<String> search(SpaceDescriptor space, String identity, String body)
      throws Exception {
    return client(space, identity)
        .post(space.urls().get("insi.certificate"), Requests.CONTENT_TYPE, body);
  }

  private static RawClient client(SpaceDescriptor space, String identity) throws Exception {
    KeyStoreDescription store = store(space, identity);
    return RawClient.presenting(store.pkcs12(), store.password(), space.caFile());
  }

  private static KeyStoreDescription store(SpaceDescriptor space, String identity) {
    return space.keyStores().stream()
        .filter(each -> each.name().equals(identity))
        .findFirst()
        .orElseThrow();
  }

  /** The search of a new patient, in the name of the holder of a certificate. */
  private static String message(SpaceDescriptor space, String identity) {
    return message(space, identity, bench.createPatient(space.id(), new PatientRequest(null)));
  }

  private static String message(SpaceDescriptor space, String identity, Patient patient) {
    Matcher unit = Pattern.compile("OU=([^,]+)").matcher(store(space, identity).subject());
    assertThat(unit.find()).isTrue();
    return Requests.example()
        .replace("10B0000001", unit.group(1))
        .replace("SOCLE0000001", space.lps().idam())
        .replace("MOQUETTE", patient.birthName())
        .replace(">ALIX<", ">" + patient.firstNameUsed() + "<")
        .replace(">F<", ">" + patient.sex() + "<")
        .replace("1988-02-29", patient.birthDate())
        .replace("75056", patient.birthPlace());
  }

  private static String nobody(SpaceDescriptor space) {
    return message(space, "insi-auto").replaceAll("(<rs:NomNaissance>)[^<]+", "$1PERSONNE");
  }

  private static Exchange only(SpaceDescriptor space) {
    List<Exchange> exchanges = bench.exchanges(space.id(), 0, null).exchanges();
    assertThat(exchanges).hasSize(1);
    return exchanges.get(0);
  }
}
