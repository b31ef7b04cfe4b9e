package fr.socle.essais.mesure;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prints the figures of {@code docs/performance.md}, all in one run: start-up on each JDK of the
 * machine, memory, suite, one more space, throughput beside a bare Jetty handler and another mock.
 * Never a test: a figure is read by people.
 */
public final class PerformanceBenchmark {
  private static final int STARTS = 5;

  private PerformanceBenchmark() {}

  /**
   * Runs everything, ten minutes or so, or only some parts.
   *
   * @param arguments parts: {@code depart}, {@code suite}, {@code charge}, {@code population}; none
   *     for all of these. {@code documents}, only when asked for, takes much longer; {@code
   *     documents=1000,20000} says how many. {@code courrier}, only when asked for: sessions in
   *     IDLE while messages arrive; {@code courrier=20,50,1000} says how many sessions, messages,
   *     bytes
   */
  public static void main(String[] arguments) throws Exception {
    Set<String> parts =
        arguments.length == 0
            ? Set.of("depart", "suite", "charge", "population")
            : Set.of(arguments);
    List<Path> jdks = jdks();
    if (parts.contains("charge")) {
      load(jdks.get(0));
    }
    if (parts.contains("depart")) {
      for (Path jdk : jdks) {
        startUp(jdk);
      }
    }
    if (parts.contains("suite")) {
      suite(jdks.get(0));
    }
    if (parts.contains("population")) {
      PopulationMeasure.run(jdks.get(0));
    }
    for (String part : parts) {
      if (part.startsWith("courrier")) {
        String sizes = part.contains("=") ? part.substring(9) : "200,1000,1048576";
        List<Integer> three = Stream.of(sizes.split(",", -1)).map(Integer::valueOf).toList();
        MailMeasure.run(three.get(0), three.get(1), three.get(2));
      }
      if (part.startsWith("documents")) {
        String sizes = part.contains("=") ? part.substring(10) : "1000,100000,1000000";
        DocumentsMeasure.run(
            jdks.get(0), Stream.of(sizes.split(",", -1)).map(Integer::valueOf).toList());
      }
    }
  }

  private static void load(Path jdk) throws Exception {
    Path folder = Files.createTempDirectory("socle-mesure");
    try (SocleProcess socle = up(jdk, folder)) {
      throughput(socle, folder);
      spaces(socle);
      ciba(socle);
      print("memory after the throughput run and 20 spaces", socle.residentMegabytes() + " MB");
    }
  }

  private static SocleProcess up(Path jdk, Path data) throws IOException {
    return SocleProcess.up(
        SocleCommand.with(jdk, "up", "--port-base", "0", "--data", data.toString()));
  }

  private static void startUp(Path jdk) throws IOException, InterruptedException {
    List<Duration> starts = new ArrayList<>();
    long memory = 0;
    for (int i = 0; i <= STARTS; i++) {
      Path folder = Files.createTempDirectory("socle-depart");
      try (SocleProcess socle = up(jdk, folder)) {
        if (i > 0) {
          starts.add(socle.readyAfter());
        }
        memory = socle.residentMegabytes();
      }
    }
    starts.sort(null);
    print(
        "./socle up to ready, new data directory, " + jdk.getFileName(),
        "median %d ms, worst %d ms of %d; %d MB resident"
            .formatted(
                starts.get(STARTS / 2).toMillis(),
                starts.get(STARTS - 1).toMillis(),
                STARTS,
                memory));
    Path kept = Files.createTempDirectory("socle-depart");
    starts.clear();
    for (int i = 0; i <= STARTS; i++) {
      try (SocleProcess socle = up(jdk, kept)) {
        if (i > 0) {
          starts.add(socle.readyAfter());
        }
      }
    }
    starts.sort(null);
    print(
        "./socle up to ready, kept data directory, " + jdk.getFileName(),
        "median %d ms, worst %d ms of %d"
            .formatted(
                starts.get(STARTS / 2).toMillis(), starts.get(STARTS - 1).toMillis(), STARTS));
  }

  private static void suite(Path jdk) throws IOException, InterruptedException {
    for (int threads : new int[] {1, 2, 4}) {
      Path out = Files.createTempDirectory("socle-rapport");
      Instant start = Instant.now();
      int code =
          SocleCommand.with(
                  jdk, "run", "--threads", Integer.toString(threads), "--out", out.toString())
              .inheritIO()
              .redirectOutput(out.resolve("sortie.txt").toFile())
              .start()
              .waitFor();
      Instant end = Instant.now();
      SuiteTimes suite = SuiteTimes.of(out);
      print(
          "./socle run, command to exit, " + threads + " thread(s)",
          "%d ms for %d scenarios, exit code %d; first verdict after %d ms, report %d ms"
              .formatted(
                  Duration.between(start, end).toMillis(),
                  suite.scenarios(),
                  code,
                  Duration.between(start, suite.firstVerdict()).toMillis(),
                  Duration.between(suite.finished(), end).toMillis()));
    }
  }

  private static void spaces(SocleProcess socle) {
    BenchClient bench = socle.client();
    long start = System.nanoTime();
    int count = 20;
    for (int i = 0; i < count; i++) {
      bench.createSpace(new SpaceRequest("mesure " + i, null, null));
    }
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    print("one more space", millis / count + " ms (mean of " + count + ")");
  }

  private static void ciba(SocleProcess socle) throws Exception {
    BenchClient bench = socle.client();
    SpaceDescriptor space = bench.spaces().get(0);
    Professional doctor = bench.createProfessional(space.id(), new ProfessionalRequest("medecin"));
    long before = socle.residentMegabytes();
    CibaLoad.Figures figures = new CibaLoad(space).run(bench, doctor, 1_000);
    print(
        "1,000 CIBA requests pending at once, each polled every 5 s until accepted after 40 s",
        String.format(
            Locale.ROOT,
            "%d polls, %d wrong answers, p50 %.2f ms, p99 %.2f ms, %d MB more resident",
            figures.polls(),
            figures.wrong(),
            figures.p50Millis(),
            figures.p99Millis(),
            socle.residentMegabytes() - before));
  }

  private static void throughput(SocleProcess socle, Path folder) throws Exception {
    BenchClient bench = socle.client();
    SpaceDescriptor space = bench.spaces().get(0);
    Professional doctor = bench.createProfessional(space.id(), new ProfessionalRequest("medecin"));
    bench.nextLogin(space.id(), new NextLogin(doctor.nationalId(), "accepter"));
    List<Patient> patients = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      patients.add(bench.createPatient(space.id(), new PatientRequest(null)));
    }
    try (BareJetty bare = BareJetty.start(folder);
        OtherMock other = OtherMock.start()) {
      Load load = new Load(space);
      Map<String, Load.Figures> figures =
          Map.of(
              "1 bare Jetty handler over TLS, 400-byte POST, 1.5 kB answer",
                  load.bare(bare.address()),
              "2 tokens (refresh grant, client secret)", load.tokens(),
              "3 the same at mock-oauth2-server 2.3.0", load.tokens(other),
              "4 INSi searches (WS_INS2, mutual TLS)", load.searches(patients));
      figures.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              entry ->
                  print(
                      entry.getKey().substring(2),
                      String.format(
                          Locale.ROOT,
                          "%.0f per second, p50 %.2f ms, p99 %.2f ms",
                          entry.getValue().perSecond(),
                          entry.getValue().p50Millis(),
                          entry.getValue().p99Millis())));
    }
  }

  /** The JDK that runs this, then the newest other one of the machine. */
  private static List<Path> jdks() throws IOException {
    Path mine = Path.of(System.getProperty("java.home")).toRealPath();
    List<Path> jdks = new ArrayList<>(List.of(mine));
    Path home = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(home)) {
      try (Stream<Path> folders = Files.list(home)) {
        folders
            .filter(f -> Files.isExecutable(f.resolve("bin/javac")))
            .map(PerformanceBenchmark::real)
            .distinct()
            .filter(f -> !f.equals(mine))
            .max((a, b) -> Integer.compare(major(a), major(b)))
            .ifPresent(jdks::add);
      }
    }
    return jdks;
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder;
    }
  }

  private static int major(Path jdk) {
    try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
      return lines
          .filter(l -> l.startsWith("JAVA_VERSION=\""))
          .map(l -> l.substring(14).replaceAll("[^0-9].*", ""))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** One line: what was measured, and the figure. */
  static void print(String what, String figure) {
    System.out.printf("%-75s %s%n", what, figure);
  }
}
