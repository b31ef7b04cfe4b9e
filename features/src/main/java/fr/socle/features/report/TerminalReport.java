package fr.socle.features.report;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.RunReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The story of a run for the terminal: progress while it lasts, then about ten lines. May be called
 * from the threads of several spaces at once.
 */
public final class TerminalReport {
  private static final int MENDS_SHOWN = 3;

  /** Progress of a log that nobody watches: one line each time a quarter more is done. */
  private static final int QUARTERS = 4;

  private final PrintWriter out;
  private final Style style;
  private final InstantSource clock;
  private final Path page;
  private @Nullable Instant begun;
  private int quartersSaid;
  private boolean lineOpen;

  /**
   * Writes to a terminal or to a log.
   *
   * @param out where to write; flushed after each line, never closed
   * @param style colour, living line, length
   * @param clock for the time left
   * @param page path of the page, the last thing said
   */
  public TerminalReport(PrintWriter out, Style style, InstantSource clock, Path page) {
    this.out = out;
    this.style = style;
    this.clock = clock;
    this.page = page;
  }

  /**
   * How it is written.
   *
   * @param colour whether marks are coloured; the marks and words are there in any case
   * @param living whether progress rewrites one line
   * @param verbose whether every scenario and every mend is told
   */
  public record Style(boolean colour, boolean living, boolean verbose) {
    /**
     * The style that fits: colour and a living line on a terminal only, and no colour where {@code
     * NO_COLOR} is set or the terminal is {@code dumb}.
     */
    public static Style of(boolean terminal, boolean verbose, Map<String, String> environment) {
      boolean dumb = "dumb".equals(environment.get("TERM"));
      boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
      return new Style(terminal && !dumb && !refused, terminal && !dumb, verbose);
    }
  }

  /**
   * Says where the run is. Called when a scenario begins.
   *
   * @param scenario its name
   * @param number its rank, from 1
   * @param total how many there are
   */
  public synchronized void progress(String scenario, int number, int total) {
    Instant now = clock.instant();
    if (begun == null) {
      begun = now;
    }
    String where = "Scénario " + number + " sur " + total;
    String left = timeLeft(Duration.between(begun, now), number - 1, total);
    if (style.living()) {
      // Erase the line, then write it again (ECMA-48, EL).
      out.print(
          "\r\u001b[2K"
              + SequenceDiagram.cut(withoutControls(where + left + " : " + scenario), 100));
      out.flush();
      lineOpen = true;
    } else if (style.verbose()) {
      say(where + " : " + scenario);
    } else {
      quarter(number - 1, total, left);
    }
  }

  /**
   * Says what became of a scenario, when every scenario is told.
   *
   * @param scenario its name
   * @param verdict its verdict
   */
  public synchronized void finished(String scenario, Verdict verdict) {
    if (style.verbose()) {
      say("  " + marked(verdict, Words.ofScenario(verdict)) + " : " + scenario);
    }
  }

  /** Says the summary of a run. */
  public synchronized void end(RunReport run) {
    summary(run).forEach(this::say);
  }

  /**
   * The run in about ten lines: verdict, first mends, what is not covered, path of the page. More
   * when verbose: every mend, every scenario that is not conform.
   */
  public List<String> summary(RunReport run) {
    Anchors anchors = new Anchors(run);
    MendSection mends = MendSection.of(run, anchors, new FindingIndex(run, anchors));
    List<String> lines = new ArrayList<>();
    lines.add(marked(run.verdict(), Sentence.of(run)));
    lines.add(
        "  "
            + run.lps().name()
            + " "
            + run.lps().version()
            + ", "
            + French.count(run.scenarios().size(), "scénario")
            + " en "
            + French.duration(Duration.ofMillis(run.durationMs())));
    MissingCause.of(run).ifPresent(cause -> lines.add("  " + cause));
    mends("À corriger d'abord :", mends.blocking(), lines);
    if (style.verbose() || mends.blocking().isEmpty()) {
      mends("Réserves à lever :", mends.reserves(), lines);
    } else if (!mends.reserves().isEmpty()) {
      lines.add(
          "Ensuite, "
              + French.count(mends.reserves().size(), "réserve à lever", "réserves à lever")
              + ".");
    }
    if (style.verbose()) {
      scenarios(run, lines);
    }
    lines.add("Rapport : " + page.toAbsolutePath().normalize());
    return lines.stream().map(this::withoutControls).toList();
  }

  private void mends(String title, List<MendSection.Line> mends, List<String> lines) {
    if (mends.isEmpty()) {
      return;
    }
    int shown = style.verbose() ? mends.size() : Math.min(MENDS_SHOWN, mends.size());
    lines.add(title);
    for (int i = 0; i < shown; i++) {
      MendSection.Line mend = mends.get(i);
      List<String> requirements = mend.requirements().stream().map(Link::text).toList();
      lines.add(
          "  %d. %s (%s ; %s)"
              .formatted(i + 1, mend.text(), French.list(requirements), mend.met()));
    }
    if (shown < mends.size()) {
      int hidden = mends.size() - shown;
      lines.add("  … et " + French.count(hidden, "autre") + " dans le rapport.");
    }
  }

  private void scenarios(RunReport run, List<String> lines) {
    run.scenarios().stream()
        .filter(scenario -> scenario.verdict() != Verdict.CONFORME)
        .forEach(
            scenario ->
                lines.add(
                    "  "
                        + marked(scenario.verdict(), Words.ofScenario(scenario.verdict()))
                        + " : "
                        + scenario.name()
                        + " ("
                        + scenario.id()
                        + ")"));
  }

  private void quarter(int done, int total, String left) {
    int quarters = total == 0 ? 0 : done * QUARTERS / total;
    if (quarters > quartersSaid) {
      quartersSaid = quarters;
      say(French.count(done, "scénario") + " sur " + total + left);
    }
  }

  private static String timeLeft(Duration elapsed, int done, int total) {
    if (done <= 0 || elapsed.isZero()) {
      return "";
    }
    Duration left = elapsed.multipliedBy(total - done).dividedBy(done);
    return left.toSeconds() == 0
        ? ", presque fini"
        : ", encore " + French.duration(Duration.ofSeconds(left.toSeconds()));
  }

  private String marked(Verdict verdict, String text) {
    String marked = Words.mark(verdict) + " " + text;
    return style.colour() ? "\u001b[" + colour(verdict) + "m" + marked + "\u001b[0m" : marked;
  }

  /** Select graphic rendition of ECMA-48. */
  private static int colour(Verdict verdict) {
    return switch (verdict) {
      case CONFORME, CONFORME_DECLARE -> 32;
      case RESERVE -> 33;
      case NON_CONFORME -> 31;
      case NON_COUVERT -> 90;
      case INDETERMINE -> 35;
    };
  }

  private void say(String line) {
    if (lineOpen) {
      out.print("\r\u001b[2K");
      lineOpen = false;
    }
    out.println(withoutControls(line));
    out.flush();
  }

  /** What a stranger's text could do to a terminal is left out; our own colours stay. */
  private String withoutControls(String line) {
    return line.replaceAll(
        style.colour()
            ? "(?!\u001b\\[\\d{1,2}m)[\\x00-\\x1f\\x7f-\\x9f]"
            : "[\\x00-\\x1f\\x7f-\\x9f]",
        " ");
  }
}
