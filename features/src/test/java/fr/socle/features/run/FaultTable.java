package fr.socle.features.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The rows of {@code docs/psc-pannes.md}: what goes wrong, how, in which scenarios, judging what.
 */
record FaultTable(List<Row> rows) {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /**
   * One row.
   *
   * @param provokedBy faults, operations and tags
   * @param scenarios names
   * @param requirements what they judge
   */
  record Row(List<String> provokedBy, List<String> scenarios, List<String> requirements) {}

  static FaultTable read(Path file) throws IOException {
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
        Arrays.stream(cells[4].split(",", -1)).map(String::strip).toList());
  }

  private static String inside(MatchResult quoted) {
    return quoted.group(1);
  }
}
