package fr.socle.essais.mesure;

import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.world.PopulationIndex;
import fr.socle.bench.world.WorldGenerator;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** A bench whose INSi knows a million people: first start, start again, searches, plan. */
final class PopulationMeasure {
  private static final int PEOPLE = 1_000_000;
  private static final int SEARCHES = 1_000;

  private final Path jdk;
  private final Path data;

  private PopulationMeasure(Path jdk, Path data) {
    this.jdk = jdk;
    this.data = data;
  }

  /** Prints everything, line by line: what, then the figure. */
  static void run(Path jdk) throws Exception {
    new PopulationMeasure(jdk, Files.createTempDirectory("socle-population")).print();
  }

  private void print() throws Exception {
    PerformanceBenchmark.print("1,000,000 people", "");
    try (SocleProcess socle = up()) {
      PerformanceBenchmark.print(
          "  ./socle up to ready, making the index", socle.readyAfter().toMillis() + " ms");
    }
    try (SocleProcess socle = up()) {
      SpaceDescriptor space = socle.space();
      PerformanceBenchmark.print(
          "  ./socle up to ready, again",
          socle.readyAfter().toMillis() + " ms, " + socle.residentMegabytes() + " MB resident");
      Load.Figures figures = new Load(space).searchEach(someone(space.seed()));
      PerformanceBenchmark.print(
          "  1,000 different searches after that restart, one after the other, mutual TLS",
          String.format(
              Locale.ROOT,
              "p50 %.2f ms, p99 %.2f ms; %d MB resident",
              figures.p50Millis(),
              figures.p99Millis(),
              socle.residentMegabytes()));
    }
    PerformanceBenchmark.print("  plan of a search", plan());
    PerformanceBenchmark.print("  data folder", megabytes() + " MB");
  }

  private SocleProcess up() throws IOException {
    return SocleProcess.up(
        SocleCommand.with(
            jdk,
            "up",
            "--port-base",
            "0",
            "--data",
            data.toString(),
            "--reglage",
            "population=" + PEOPLE));
  }

  /** People of the population, each asked once, far from each other. */
  private static List<Patient> someone(long seed) {
    Random random = new Random(1);
    int step = PEOPLE / SEARCHES / 2;
    List<Patient> known =
        new WorldGenerator(seed)
            .population(PEOPLE)
            .filter(fr.socle.bench.world.Patient::knownToInsi)
            .filter(person -> random.nextInt(step) == 0)
            .limit(SEARCHES)
            .map(PopulationMeasure::asked)
            .toList();
    if (known.size() < SEARCHES) {
      throw new IllegalStateException("only " + known.size() + " people to ask");
    }
    return known;
  }

  private static Patient asked(fr.socle.bench.world.Patient person) {
    return new Patient(
        person.id(),
        null,
        person.traits().birthName(),
        person.traits().birthFirstNames(),
        person.usedFirstName(),
        person.traits().sex().name(),
        person.traits().birthDate(),
        person.traits().birthPlace(),
        null,
        List.of());
  }

  /** How H2 goes about the query of a search, read from the stopped bench's files. */
  private String plan() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:"
                    + data.toAbsolutePath().resolve("store/socle")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        PreparedStatement explain =
            connection.prepareStatement("explain analyze " + PopulationIndex.QUERY)) {
      explain.setLong(1, 1L << 40);
      explain.setLong(2, (1L << 40) + PEOPLE);
      try (ResultSet rows = explain.executeQuery()) {
        rows.next();
        return rows.getString(1).replaceAll("\\s+", " ");
      }
    }
  }

  private long megabytes() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum()
          / 1_000_000;
    }
  }
}
