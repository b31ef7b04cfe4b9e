package fr.socle.app;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.report.HtmlReport;
import fr.socle.features.run.ExitCodes;
import fr.socle.features.run.JunitAnswer;
import fr.socle.features.run.RunProgress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A run as a stream of tests: JUnit takes each when its scenario is over. */
final class SuiteTests implements RunProgress {
  private static final String END = "verdict du passage";

  private final Path out;
  private final Function<SuiteTests, RunReport> run;
  private final BlockingQueue<Optional<DynamicTest>> told = new LinkedBlockingQueue<>();

  SuiteTests(Path out, Function<SuiteTests, RunReport> run) {
    this.out = out;
    this.run = run;
  }

  /** Plays beside the thread that reads the stream; closing the stream stops what still plays. */
  Stream<DynamicTest> begin() {
    Thread player = new Thread(this::play, "socle-suite");
    player.start();
    return Stream.generate(this::next)
        .takeWhile(Optional::isPresent)
        .map(Optional::orElseThrow)
        .onClose(() -> end(player));
  }

  @Override
  public void finished(ScenarioResult result, int done, int total) {
    String name = result.id() + " " + result.name();
    // Cucumber writes classpath:fr/..., JUnit wants a path after the colon.
    String file = result.uri().replaceFirst("^classpath:/*", "classpath:/");
    URI source = URI.create(file + "?line=" + result.line());
    tell(DynamicTest.dynamicTest(name, source, () -> JunitAnswer.of(result)));
  }

  private void play() {
    try {
      RunReport report = run.apply(this);
      tell(DynamicTest.dynamicTest(END, () -> judge(report)));
    } catch (Throwable e) { // an error too: a run that broke is never a green class
      tell(
          DynamicTest.dynamicTest(
              END,
              () -> {
                throw e;
              }));
    } finally {
      told.add(Optional.empty());
    }
  }

  private void judge(RunReport report) {
    int code = ExitCodes.of(report, null);
    if (code == ExitCodes.CONFORMING) {
      return;
    }
    List<String> why = new ArrayList<>();
    String broken = ids(report, Verdict.NON_CONFORME);
    if (!broken.isEmpty()) {
      why.add("exigences non conformes : " + broken);
    }
    String own = own(report);
    if (!own.isEmpty()) {
      why.add("vos scénarios non conformes : " + own);
    }
    if (report.cause() != null) {
      why.add("%s (%s)".formatted(report.cause().message(), report.cause().cause().label()));
    }
    if (code == ExitCodes.NOT_COVERED) {
      why.add("rien n'a été jugé");
    }
    throw new AssertionError(
        "Code de sortie %d : %s. Le rapport est dans %s."
            .formatted(code, String.join(" ; ", why), out.resolve(HtmlReport.FILE_NAME)));
  }

  private static String ids(RunReport report, Verdict verdict) {
    return report.requirements().stream()
        .filter(requirement -> requirement.verdict() == verdict)
        .map(RequirementResult::id)
        .collect(Collectors.joining(", "));
  }

  /** Scenarios of the editor's own that name no requirement, and that do not hold. */
  private static String own(RunReport report) {
    return report.scenarios().stream()
        .filter(ScenarioResult::breaksItsOwnText)
        .map(ScenarioResult::id)
        .collect(Collectors.joining(", "));
  }

  private void tell(DynamicTest test) {
    told.add(Optional.of(test));
  }

  private Optional<DynamicTest> next() {
    try {
      return Objects.requireNonNull(told.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void end(Thread player) {
    player.interrupt();
    try {
      player.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
