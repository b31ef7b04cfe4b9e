package fr.socle.insi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.BenchRefusedException;
import fr.socle.bench.client.api.DatamatrixRequest;
import fr.socle.bench.client.api.DatamatrixSymbol;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.PrintReading;
import fr.socle.bench.client.api.PrintToRead;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.control.ControlServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paper, through the control API. */
class PrintWireTest {
  private static Bench bench;
  private static ControlServer control;
  private static BenchClient client;
  private static String space;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
    control = ControlServer.start(bench, ControlOptions.loopback());
    client = new BenchClient(control.address());
    space = client.createSpace(new SpaceRequest(null, null, Map.of())).id();
  }

  @AfterAll
  static void stop() {
    control.close();
    bench.close();
  }

  @Test
  void theSymbolOfAPatientIsReadBackWithoutFinding() {
    Patient patient = client.createPatient(space, new PatientRequest("ajaccio-trois-prenoms"));
    DatamatrixSymbol symbol = client.datamatrix(space, new DatamatrixRequest(patient.id()));

    PrintReading reading = read(symbol.png(), patient, true);

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.pageCount()).isEqualTo(1);
    assertThat(reading.datamatrix())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.matricule())
                  .isEqualTo(patient.ins().matricule() + patient.ins().key());
              assertThat(read.oid()).isEqualTo(patient.ins().oid());
              assertThat(read.firstNames()).isEqualTo(String.join(" ", patient.birthFirstNames()));
              assertThat(read.text()).startsWith("IS01").contains("␝S4" + patient.birthName());
            });
  }

  @Test
  void theSymbolOfAnotherPatientIsSeen() {
    Patient patient = client.createPatient(space, new PatientRequest("ordinaire"));
    Patient other = client.createPatient(space, new PatientRequest("ordinaire"));
    DatamatrixSymbol symbol = client.datamatrix(space, new DatamatrixRequest(other.id()));

    assertThat(read(symbol.png(), patient, true).findings())
        .extracting(Finding::rule)
        .contains("INSI-T14-2", "INSI-T14-5");
  }

  @Test
  void anIdentityThatIsNotQualifiedPrintsNone() {
    Patient patient = client.createPatient(space, new PatientRequest("ordinaire"));
    DatamatrixSymbol symbol = client.datamatrix(space, new DatamatrixRequest(patient.id()));

    assertThat(read(symbol.png(), patient, false).findings())
        .extracting(Finding::rule)
        .containsExactly("INSI-T14-8");
  }

  @Test
  void aPictureWithoutSymbolIsDoubtedRatherThanCondemned() {
    Patient patient = client.createPatient(space, new PatientRequest("ordinaire"));
    byte[] other = fr.socle.documents.datamatrix.DatamatrixSymbol.ofText("autre").png(4);

    PrintReading reading = read(other, patient, true);

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.doubt()).contains("en PDF");
  }

  @Test
  void theMatriculeInAnotherCodeIsLeftToAPerson() {
    Patient patient = client.createPatient(space, new PatientRequest("ordinaire"));
    byte[] other =
        fr.socle.documents.datamatrix.DatamatrixSymbol.ofText("DC04" + patient.ins().matricule())
            .png(4);

    PrintReading reading = read(other, patient, true);

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.doubt()).contains("autre code-barres");
  }

  @Test
  void aPersonUnknownToInsiHasNoSymbol() {
    Patient patient = client.createPatient(space, new PatientRequest("inconnue-insi"));

    assertThat(refusal(() -> client.datamatrix(space, new DatamatrixRequest(patient.id()))))
        .isEqualTo("patient-inconnu-insi");
    assertThat(refusal(() -> client.datamatrix(space, new DatamatrixRequest("personne"))))
        .isEqualTo("patient-inconnu");
  }

  @Test
  void somethingElseThanADocumentIsRefusedClearly() {
    Patient patient = client.createPatient(space, new PatientRequest("ordinaire"));

    assertThat(refusal(() -> read("bonjour".getBytes(UTF_8), patient, true)))
        .isEqualTo("document-illisible");
  }

  private static PrintReading read(byte[] document, Patient patient, boolean qualified) {
    return client.readPrint(space, new PrintToRead(document, patient.id(), qualified));
  }

  private static String refusal(Runnable call) {
    return catchThrowableOfType(BenchRefusedException.class, call::run).error().code();
  }
}
