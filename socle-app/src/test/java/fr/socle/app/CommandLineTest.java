package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.RequirementProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void refusesAProfileThatDoesNotExistAndListsThoseThatDo() {
    assertThat(socle("run", "--require", "lcg")).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .startsWith("socle : Profil « lcg » inconnu : choisissez parmi ")
        .contains(
            RequirementCatalogue.load().profiles().stream()
                .map(RequirementProfile::name)
                .toArray(String[]::new));
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lpsCommands")
  void refusesAnLpsFileThatCannotBeUsed(List<String> command, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("lps.yaml");
    Files.writeString(file, "lps: {nom: L, version: 1}\npilote: telepathie\n");

    assertThat(socle(with(command, file))).isEqualTo(2);
    assertThat(err.toString()).startsWith("socle : " + file + ", ligne 2 : ").hasLineCount(1);
  }

  @ParameterizedTest
  @MethodSource("lpsCommands")
  void refusesAnLpsFileThatIsNotThere(List<String> command, @TempDir Path folder) {
    Path file = folder.resolve("absent.yaml");

    assertThat(socle(with(command, file))).isEqualTo(2);
    assertThat(err.toString()).startsWith("socle : Le fichier " + file + " ").hasLineCount(1);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void explainsEveryCommandInFrench(List<String> command) {
    assertThat(socle(with(command, "--help"))).isZero();

    assertThat(out.toString())
        .startsWith("Utilisation : socle")
        .contains("Options :", "-h, --help", "Montre cette aide.", "-V, --version")
        .doesNotContain("Usage:", "Show this help", "Print version", "Options:", "Commands:");
  }

  @Test
  void listsTheCommandsUnderAFrenchHeading() {
    assertThat(socle("--help")).isZero();

    assertThat(out.toString()).contains("\nCommandes :\n").contains("run", "up", "driver");
    assertThat(out.toString()).doesNotContain("amorcer");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void givesTheVersionAtEveryCommand(List<String> command) {
    assertThat(socle(with(command, "--version"))).isZero();

    assertThat(out.toString().strip()).isEqualTo("Socle " + Version.current());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void describesEveryOption(List<String> command) {
    CommandLine line = Main.commandLine();
    for (String name : command) {
      line = line.getSubcommands().get(name);
    }
    assertThat(line.getCommandSpec().options())
        .allSatisfy(
            option ->
                assertThat(String.join("", option.description()))
                    .as(option.longestName())
                    .endsWith("."));
  }

  static Stream<List<String>> lpsCommands() {
    return Stream.of(List.of("run", "--lps"), List.of("driver", "check", "--lps"));
  }

  static Stream<List<String>> commands() {
    return below(Main.commandLine(), List.of());
  }

  private static Stream<List<String>> below(CommandLine line, List<String> path) {
    return Stream.concat(
        Stream.of(path),
        line.getSubcommands().entrySet().stream()
            .filter(sub -> !sub.getValue().getCommandSpec().usageMessage().hidden())
            .flatMap(sub -> below(sub.getValue(), with(path, sub.getKey()))));
  }

  private static List<String> with(List<String> command, Object last) {
    List<String> all = new ArrayList<>(command);
    all.add(last.toString());
    return List.copyOf(all);
  }

  private int socle(String... arguments) {
    return socle(List.of(arguments));
  }

  private int socle(List<String> arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }
}
