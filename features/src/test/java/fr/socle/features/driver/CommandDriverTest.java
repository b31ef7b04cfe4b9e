package fr.socle.features.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDriverTest {
  @TempDir private Path directory;

  @Test
  void runsOneProcessPerActionAndReadsItsResult() throws IOException {
    LpsDriver driver = command(Duration.ofSeconds(30));

    ActionAnswer answer = driver.perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"é1\"}"));

    assertThat(answer.done()).isTrue();
    assertThat(answer.messageOrNone()).isEqualTo("reçu {\"dossier\":\"é1\"}");
  }

  @Test
  void understandsNonImplemente() throws IOException {
    LpsDriver driver = command(Duration.ofSeconds(30));

    assertThatThrownBy(() -> driver.perform("creer-dossier", minimalRecord()))
        .isInstanceOf(ActionNotImplementedException.class);
  }

  @Test
  void saysWithWhatCodeAndWordsACommandStopped() throws IOException {
    LpsDriver driver = command(Duration.ofSeconds(30));

    assertThatThrownBy(() -> driver.perform("deconnecter-ps", Drivers.json("{}")))
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("code 3")
        .hasMessageContaining("base fermée");
  }

  @Test
  void killsACommandThatTakesTooLong() throws IOException {
    LpsDriver driver = command(Duration.ofSeconds(1));

    assertThatThrownBy(() -> driver.perform("authentifier-ps", Drivers.json("{}")))
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("en 1 s");
  }

  @Test
  void saysThatAnUnknownCommandDoesNotStart() {
    LpsDriver driver = open(List.of("/nulle/part/pilote"), Duration.ofSeconds(5));

    assertThatThrownBy(driver::capabilities)
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("commande");
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode minimalRecord() {
    return Drivers.json(
        """
        {"nomNaissance":"MOQUETTE","premierPrenom":"ALIX","sexe":"F","dateNaissance":"1988-02-29"}""");
  }

  /** The driver is a Java source file: wherever these tests run there is a java command. */
  private LpsDriver command(Duration limit) throws IOException {
    Path source = directory.resolve("Pilote.java");
    Files.writeString(source, PROGRAM.replace("RECORD", Drivers.RECORD.replace("\"", "\\\"")));
    String java = ProcessHandle.current().info().command().orElseThrow();
    LpsDriver driver =
        open(
            List.of(java, "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", source.toString()),
            limit);
    return limit.toSeconds() > 1 ? driver : announced(driver, source, java);
  }

  /** Capabilities are asked with ample time: only the action is to be late. */
  private LpsDriver announced(LpsDriver late, Path source, String java) {
    ActionSchemas schemas = new ActionSchemas();
    return new CheckedDriver(
        new LpsDriver() {
          @Override
          public Capabilities capabilities() {
            return open(List.of(java, source.toString()), Duration.ofSeconds(30)).capabilities();
          }

          @Override
          public ActionAnswer perform(
              String action, com.fasterxml.jackson.databind.node.ObjectNode input) {
            return new CommandDriver(
                    List.of(java, source.toString()), directory, Duration.ofSeconds(1), schemas)
                .perform(action, input);
          }

          @Override
          public void close() {
            late.close();
          }
        },
        schemas);
  }

  private LpsDriver open(List<String> command, Duration limit) {
    return new LpsConfiguration(
            new Capabilities.LpsIdentity("LPS", "1", null),
            LpsConfiguration.DriverKind.COMMANDE,
            List.of(),
            command,
            directory,
            limit,
            null,
            Map.of())
        .open(0);
  }

  private static final String PROGRAM =
      """
      public class Pilote {
        public static void main(String[] args) throws Exception {
          var out = new java.io.PrintStream(System.out, true, "UTF-8");
          switch (args[0]) {
            case "capabilities" -> out.print(
                "{\\"contrat\\":\\"1\\",\\"lps\\":{\\"nom\\":\\"L\\",\\"version\\":\\"1\\"},\\"actions\\":"
                + "[\\"ouvrir-dossier\\",\\"creer-dossier\\",\\"deconnecter-ps\\",\\"authentifier-ps\\"]}");
            case "ouvrir-dossier" -> {
              String input = new String(System.in.readAllBytes(), "UTF-8").replace("\\"", "\\\\\\"");
              out.print("{\\"statut\\":\\"fait\\",\\"vu\\":RECORD,\\"message\\":\\"reçu " + input + "\\"}");
            }
            case "creer-dossier" -> out.print("{\\"statut\\":\\"non-implemente\\"}");
            case "deconnecter-ps" -> {
              new java.io.PrintStream(System.err, true, "UTF-8").println("base fermée");
              System.exit(3);
            }
            default -> new java.util.concurrent.CountDownLatch(1).await();
          }
        }
      }
      """;
}
