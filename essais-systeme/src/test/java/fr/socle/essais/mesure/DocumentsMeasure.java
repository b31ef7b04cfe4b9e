package fr.socle.essais.mesure;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.world.WorldGenerator;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleProcess;
import fr.socle.essais.dmp.DmpBodies;
import fr.socle.essais.dmp.DmpCard;
import fr.socle.essais.dmp.DmpClient;
import fr.socle.essais.dmp.DmpEntry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A DMP with many documents of many patients: searches after a restart at each size, then feeding
 * and searching by four clients beside IPF. Those searched have one document each at every size, so
 * that answers stay alike; the others share the rest.
 */
final class DocumentsMeasure {
  private static final int PATIENTS = 50_000;
  private static final int POPULATION = 60_000; // some have no INS
  private static final int SEARCHES = 1_000;
  private static final String OID = "1.2.250.1.213.1.4.10";

  private final Path jdk;
  private final int patients;
  private final Path data;
  private List<String> people = List.of();

  private DocumentsMeasure(Path jdk, int patients, Path data) {
    this.jdk = jdk;
    this.patients = patients;
    this.data = data;
  }

  /**
   * Prints everything, line by line: what, then the figure.
   *
   * @param sizes numbers of documents, growing, a thousand at least
   */
  static void run(Path jdk, List<Integer> sizes) throws Exception {
    int patients = Math.min(PATIENTS, Math.max(2 * SEARCHES, sizes.get(sizes.size() - 1) / 20));
    new DocumentsMeasure(jdk, patients, Files.createTempDirectory("socle-documents")).print(sizes);
  }

  private void print(List<Integer> sizes) throws Exception {
    String space = receiveOne();
    int held = 1;
    for (int size : sizes) {
      long start = System.nanoTime();
      String plan;
      try (RegistryFilling filling = new RegistryFilling(data, space)) {
        if (held == 1) {
          filling.authorize(people.get(0), people.subList(1, 2 * SEARCHES));
          // The first of them has the document received.
          filling.add(people.get(0), people.subList(1, SEARCHES), 0, SEARCHES - 1);
          held = SEARCHES;
        }
        filling.add(people.get(0), people.subList(SEARCHES, patients), held, size);
        held = size;
        filling.analyze();
        plan = filling.plan(people.get(SEARCHES / 2));
      }
      PerformanceBenchmark.print(
          named(size) + ", " + patients + " patients",
          (System.nanoTime() - start) / 1_000_000_000 + " s to fill, " + megabytes() + " MB");
      PerformanceBenchmark.print("  plan of a search", plan);
      copy(data, copyOf(size));
    }
    // One size right after the other: whatever else the machine does is alike.
    for (int size : sizes) {
      PerformanceBenchmark.print("TD3.1 with " + named(size), "");
      search(size);
    }
    int last = sizes.get(sizes.size() - 1);
    try (SocleProcess socle = up(copyOf(last))) {
      DocumentLoad.print(socle, data, composite(people.get(0)), composite(people.get(1)));
    }
  }

  private static String named(int size) {
    return String.format(Locale.ROOT, "%,d documents", size);
  }

  private Path copyOf(int size) {
    return data.resolveSibling(data.getFileName() + "-" + size);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  /** The bench receives one document by the wire: the model of all others. */
  private String receiveOne() throws Exception {
    try (SocleProcess socle = up(data)) {
      SpaceDescriptor space = socle.space();
      people = people(space.seed());
      DmpCard card = DmpCard.of(space);
      DmpClient client = new DmpClient(space, card, composite(people.get(0)));
      client.authorize();
      String body =
          DmpBodies.unsigned(
              RegistryFilling.model() + ".0",
              List.of(
                  DmpEntry.report(
                      "Document01", RegistryFilling.model(), card, composite(people.get(0)))));
      HttpResponse<byte[]> fed =
          client.send(
              "repository",
              DmpClient.MTOM,
              DmpClient.mtom(
                  client.envelope(DmpClient.FEED, body),
                  Map.of("Document01", "<document/>".getBytes(UTF_8))));
      if (!new String(fed.body(), UTF_8).contains("ResponseStatusType:Success")) {
        throw new IllegalStateException(new String(fed.body(), UTF_8));
      }
      return space.id();
    }
  }

  private void search(int size) throws Exception {
    try (SocleProcess socle = up(copyOf(size))) {
      long resident = socle.residentMegabytes();
      String one = searchEach(socle, people.subList(0, SEARCHES), 1);
      PerformanceBenchmark.print(
          "  up in " + socle.readyAfter().toMillis() + " ms; 1,000 patients after the restart",
          one + "; " + resident + " MB resident, then " + socle.residentMegabytes());
      if (size >= 2 * SEARCHES) {
        int each = (size - SEARCHES) / (patients - SEARCHES);
        PerformanceBenchmark.print(
            "  then 1,000 others, with " + each + " documents or so each",
            searchEach(socle, people.subList(SEARCHES, 2 * SEARCHES), each));
      }
    }
  }

  static String figures(Load.Figures figures) {
    return String.format(
        Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", figures.p50Millis(), figures.p99Millis());
  }

  /** Each patient once, one after the other; VIHFs are made before. */
  private static String searchEach(SocleProcess socle, List<String> wanted, int least)
      throws Exception {
    SpaceDescriptor space = socle.space();
    DmpClient somebody = new DmpClient(space, DmpCard.of(space), composite(wanted.get(0)));
    List<byte[]> messages = new ArrayList<>();
    for (String ins : wanted) {
      DmpClient client = somebody.about(composite(ins));
      String search = DmpBodies.search(composite(ins));
      messages.add(client.envelope(DmpClient.FIND, search).getBytes(UTF_8));
    }
    long[] times = new long[messages.size()];
    Duration before = socle.processorTime();
    long begin = System.nanoTime();
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      HttpResponse<byte[]> answer = somebody.send("registry", DmpClient.SOAP, messages.get(i));
      times[i] = System.nanoTime() - start;
      String text = new String(answer.body(), UTF_8);
      if (text.split("<rim:ExtrinsicObject ", -1).length - 1 < least) {
        throw new IllegalStateException(text);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Duration spent = socle.processorTime().minus(before);
    Arrays.sort(times);
    Load.Figures figures =
        new Load.Figures(
            times.length / seconds,
            times[times.length / 2] / 1e6,
            times[times.length * 99 / 100] / 1e6);
    return figures(figures)
        + String.format(
            Locale.ROOT, ", %.1f ms of processor each", (double) spent.toMillis() / times.length);
  }

  private List<String> people(long seed) {
    return new WorldGenerator(seed)
        .population(POPULATION)
        .flatMap(person -> Stream.ofNullable(person.ins()))
        .filter(ins -> ins.oid().equals(OID))
        .map(ins -> ins.matricule().value())
        .limit(patients)
        .toList();
  }

  static String composite(String ins) {
    return ins + "^^^&" + OID + "&ISO^NH";
  }

  private SocleProcess up(Path folder) throws IOException {
    return SocleProcess.up(
        SocleCommand.with(
            jdk,
            "up",
            "--port-base",
            "0",
            "--data",
            folder.toString(),
            "--reglage",
            "population=" + POPULATION));
  }

  private long megabytes() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum()
          / 1_000_000;
    }
  }
}
