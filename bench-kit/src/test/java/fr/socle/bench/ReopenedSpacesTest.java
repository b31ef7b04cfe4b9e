package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Structure;
import fr.socle.bench.client.api.StructureRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.control.ControlServer;
import fr.socle.bench.control.Wire;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the control API acknowledged is there again after {@code kill -9}. */
final class ReopenedSpacesTest {
  @TempDir static Path certificates;
  @TempDir Path directory;

  private BenchOptions options() {
    return options(directory, certificates);
  }

  private static BenchOptions options(Path data, Path certificates) {
    return BenchOptions.builder()
        .services(new EchoService())
        .dataDir(data)
        .pkiDirectory(certificates)
        .settings(Map.of("echo.voix", "forte"))
        .build();
  }

  /** What a bench that was killed had acknowledged. */
  private record Acknowledged(
      List<SpaceDescriptor> spaces,
      List<Patient> patients,
      List<Professional> professionals,
      List<Structure> structures) {

    static Acknowledged by(BenchClient client, String space) {
      return new Acknowledged(
          client.spaces(),
          client.patients(space),
          client.professionals(space),
          client.structures(space));
    }
  }

  @Test
  void opensTheSameSpacesWithTheSamePeopleAfterAKill() throws Exception {
    Acknowledged before;
    Process process = victim();
    try (BufferedReader out = reader(process)) {
      String control = out.readLine();
      BenchClient client = new BenchClient(URI.create(control));
      SpaceDescriptor cabinet =
          client.createSpace(new SpaceRequest("Cabinet", 7L, Map.of("echo.ton", "grave")));
      SpaceDescriptor gone = client.createSpace(new SpaceRequest("Passage", null, null));
      client.createSpace(new SpaceRequest(null, null, null));
      client.deleteSpace(gone.id());
      for (String persona : List.of("jumeaux", "homonyme", "deux-candidats", "date-00", "nia")) {
        client.createPatient(cabinet.id(), new PatientRequest(persona));
      }
      client.createPatient(cabinet.id(), new PatientRequest(null));
      String doctor =
          client.createProfessional(cabinet.id(), new ProfessionalRequest(null)).nationalId();
      client.changeProfessional(
          cabinet.id(), new ProfessionalChange(doctor, "CHANGÉ", null, null, true));
      Structure structure =
          client.createStructure(cabinet.id(), new StructureRequest("etablissement", "Hôpital"));
      client.createProfessional(
          cabinet.id(), new ProfessionalRequest("infirmiere", structure.id()));
      assertThat(order(control, cabinet.id(), "nicknames", "Léon")).isEqualTo(204);
      assertThat(order(control, cabinet.id(), "nicknames", "")).isEqualTo(400);
      assertThat(order(control, cabinet.id(), "moods", "gai")).isEqualTo(204);
      before = Acknowledged.by(client, cabinet.id());
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    try (Bench bench = Bench.start(options());
        ControlServer control = ControlServer.start(bench, ControlOptions.loopback())) {
      assertThat(bench.reopen()).extracting(SpaceDescriptor::id).containsExactly("e1", "e3");
      assertThat(bench.reopen()).as("nothing is opened twice").isEmpty();
      Acknowledged after = Acknowledged.by(new BenchClient(control.address()), "e1");
      assertThat(after.patients()).hasSize(6).isEqualTo(before.patients());
      assertThat(after.professionals()).isEqualTo(before.professionals());
      assertThat(after.structures()).isEqualTo(before.structures());
      assertThat(after.spaces())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("urls")
          .isEqualTo(before.spaces());
      assertThat(after.spaces().get(0).settings())
          .containsEntry("echo.ton", "grave")
          .containsEntry("echo.voix", "forte");
      assertThat(nicknames(control, "e1")).contains("Léon").doesNotContain("gai");
    }
  }

  @Test
  void goesOnNumberingPeopleAndSpacesWhereItStopped() {
    Patient first;
    try (Bench bench = Bench.start(options())) {
      bench.createSpace(new SpaceRequest(null, null, null));
      first = bench.createPatient("e1", new PatientRequest(null));
    }
    try (Bench bench = Bench.start(options())) {
      bench.reopen();
      Patient second = bench.createPatient("e1", new PatientRequest(null));
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(bench.patients("e1")).containsExactly(first, second);
      assertThat(bench.createSpace(new SpaceRequest(null, null, null)).id()).isEqualTo("e2");
    }
  }

  @Test
  void forgetsWhatAResetForgotAndNeverGivesAnIdentityTwice() {
    Patient first;
    try (Bench bench = Bench.start(options())) {
      bench.createSpace(new SpaceRequest(null, null, null));
      first = bench.createPatient("e1", new PatientRequest(null));
      bench.createStructure("e1", new StructureRequest(null, null));
      bench.reset("e1");
    }
    try (Bench bench = Bench.start(options())) {
      bench.reopen();
      assertThat(bench.patients("e1")).isEmpty();
      assertThat(bench.structures("e1"))
          .noneMatch(structure -> structure.name().endsWith("000001"));
      assertThat(bench.createPatient("e1", new PatientRequest(null)).ins())
          .isNotEqualTo(first.ins());
    }
  }

  @Test
  void makesAProfessionalWorkInTheStructureThatWasNamed() {
    try (Bench bench = Bench.start(options())) {
      bench.createSpace(new SpaceRequest(null, null, null));
      Structure practice =
          bench.createStructure("e1", new StructureRequest(null, "Cabinet du port"));
      Professional doctor =
          bench.createProfessional("e1", new ProfessionalRequest("medecin", practice.id()));

      assertThat(doctor.structures()).containsExactly("Cabinet du port");
      assertThat(doctor.nationalId())
          .isNotEqualTo(
              bench.createProfessional("e1", new ProfessionalRequest("medecin")).nationalId());
      assertThat(bench.structures("e1"))
          .contains(practice)
          .extracting(Structure::id)
          .doesNotHaveDuplicates()
          .contains("R90001", "R90002", "F990000001");
    }
  }

  @Test
  void refusesAStructureThatCannotBe() {
    try (Bench bench = Bench.start(options())) {
      bench.createSpace(new SpaceRequest(null, null, null));

      assertThatThrownBy(() -> bench.createStructure("e1", new StructureRequest("caserne", null)))
          .hasMessageContaining("cabinet, etablissement");
      assertThatThrownBy(() -> bench.createStructure("e1", new StructureRequest(null, "a\nb")))
          .hasMessageContaining("200 caractères");
      assertThatThrownBy(() -> bench.createProfessional("e1", new ProfessionalRequest(null, "R0")))
          .hasMessageContaining("liste des structures");
    }
  }

  private static int order(String control, String space, String operation, String nickname) {
    return new Wire(URI.create(control))
        .post(
            "/control/v1/spaces/" + space + "/services/echo/" + operation,
            "{\"text\":\"" + nickname + "\"}")
        .statusCode();
  }

  private static String nicknames(ControlServer control, String space) {
    return new Wire(control.address())
        .get("/control/v1/spaces/" + space + "/services/echo/nicknames")
        .body();
  }

  private Process victim() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            directory.toString(),
            certificates.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** A bench and its control API in a process of its own, to be killed. */
  static final class Victim {
    private Victim() {}

    /** Starts both, says the address, and waits to be killed. */
    public static void main(String[] arguments) {
      Bench bench = Bench.start(options(Path.of(arguments[0]), Path.of(arguments[1])));
      ControlServer control = ControlServer.start(bench, ControlOptions.loopback());
      System.out.println(control.address());
      System.out.flush();
      try {
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
