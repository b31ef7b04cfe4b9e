package fr.socle.app;

import fr.socle.bench.BenchOptions;
import fr.socle.bench.control.ControlOptions;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.RunReport;
import fr.socle.features.run.RunOptions;
import fr.socle.features.run.SuiteRun;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The suite as tests of an editor's own project: one class that extends this one, and each scenario
 * is a test of JUnit. A last test says what {@code socle run} says by its exit code. The report is
 * written as well.
 *
 * <p>Each method below may be overridden; what it gives by default can be said by the system
 * property of its name, {@code -Dsocle.tags=@INS} for instance.
 */
public abstract class SocleSuite {

  /** For subclasses. */
  protected SocleSuite() {}

  /** The file that describes the software: {@code lps.yaml}, or property {@code socle.lps}. */
  protected Path lps() {
    return Path.of(System.getProperty("socle.lps", "lps.yaml"));
  }

  /** Where an http driver that the tests started listens; absent when {@code lps.yaml} says it. */
  protected @Nullable URI driver() {
    return null;
  }

  /**
   * Scenarios chosen, as {@code @PSC and not @vague2}; absent: all. Property {@code socle.tags}.
   */
  protected @Nullable String tags() {
    return System.getProperty("socle.tags");
  }

  /**
   * Scenarios of one's own, files or folders: {@code src/test/socle} if there is one, or property
   * {@code socle.features}, separated as a class path is.
   */
  protected List<Path> features() {
    String said = System.getProperty("socle.features");
    if (said != null) {
      return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
          .splitAsStream(said)
          .map(Path::of)
          .toList();
    }
    Path usual = Path.of("src", "test", "socle");
    return Files.isDirectory(usual) ? List.of(usual) : List.of();
  }

  /** World of the embedded bench, as {@code --world} takes it. Property {@code socle.world}. */
  protected @Nullable Path world() {
    String said = System.getProperty("socle.world");
    return said == null ? null : Path.of(said);
  }

  /** A bench that runs elsewhere; absent: one in this process. Property {@code socle.bench}. */
  protected @Nullable URI bench() {
    String said = System.getProperty("socle.bench");
    return said == null ? null : URI.create(said);
  }

  /** Where the report goes: {@code target/socle}, or property {@code socle.out}. */
  protected Path out() {
    return Path.of(System.getProperty("socle.out", "target/socle"));
  }

  /** The scenarios, each told when it has been played. */
  @TestFactory
  protected final Stream<DynamicTest> suite() {
    LpsConfiguration file = SubjectOptions.configuration(lps());
    URI driver = driver();
    LpsConfiguration software = driver == null ? file : file.at(driver);
    SuiteTests tests = new SuiteTests(out(), progress -> play(software, progress));
    return tests.begin();
  }

  private RunReport play(LpsConfiguration software, SuiteTests progress) {
    URI elsewhere = bench();
    if (elsewhere != null) {
      return play(software, elsewhere, progress);
    }
    BenchOptions options = BenchOptions.builder().furnishing(WorldFile.of(world())).build();
    try (EmbeddedBench embedded = EmbeddedBench.start(options, ControlOptions.loopback())) {
      return play(software, embedded.address(), progress);
    }
  }

  private RunReport play(LpsConfiguration software, URI address, SuiteTests progress) {
    return SuiteRun.run(
        RunOptions.of(address, software, out())
            .token(System.getenv("SOCLE_TOKEN"))
            .tags(tags())
            .alsoFeatures(features())
            .threads(software.instances())
            .progress(progress)
            .build());
  }
}
