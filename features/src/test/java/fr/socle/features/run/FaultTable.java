package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The rows of a table of faults, such as {@code docs/psc-pannes.md}: what goes wrong, how, in which
 * scenarios, judging what.
 */
public record FaultTable(List<Row> rows) {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /**
   * One row.
   *
   * @param provokedBy faults, operations and tags
   * @param scenarios names
   * @param requirements what they judge
   */
  public record Row(List<String> provokedBy, List<String> scenarios, List<String> requirements) {

    /**
     * Whether its scenarios do what it says.
     *
     * @param provoked what a scenario of that name asks the bench for
     * @param named requirements it is tagged with, none when there is no such scenario
     */
    public void holds(
        Function<String, Set<String>> provoked, Function<String, List<String>> named) {
      for (String name : scenarios) {
        assertThat(named.apply(name)).as("« %s », et ses exigences", name).isNotEmpty();
        assertThat(provoked.apply(name)).as(name).containsAll(provokedBy);
        assertThat(named.apply(name)).as(name).containsAll(requirements);
      }
    }
  }

  /** Reads a page. */
  public static FaultTable read(Path file) throws IOException {
    return new FaultTable(
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("| ") && line.contains("`"))
            .map(FaultTable::row)
            .toList());
  }

  private static Row row(String line) {
    String[] cells = line.split("\\|", -1);
    return new Row(
        QUOTED.matcher(cells[2]).results().map(FaultTable::inside).toList(),
        Arrays.stream(cells[3].split("<br>", -1)).map(String::strip).toList(),
        Arrays.stream(cells[4].split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList());
  }

  private static String inside(MatchResult quoted) {
    return quoted.group(1);
  }
}
