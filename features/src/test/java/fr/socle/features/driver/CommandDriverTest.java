package fr.socle.features.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDriverTest {
  @TempDir private static Path classes;
  @TempDir private Path directory;

  @Test
  void runsOneProcessPerActionAndReadsItsResult() {
    LpsDriver driver = command(Duration.ofSeconds(30));

    ActionAnswer answer = driver.perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"é1\"}"));

    assertThat(answer.done()).isTrue();
    assertThat(answer.messageOrNone()).isEqualTo("reçu {\"dossier\":\"é1\"}");
  }

  @Test
  void understandsNonImplemente() {
    LpsDriver driver = command(Duration.ofSeconds(30));

    assertThatThrownBy(() -> driver.perform("creer-dossier", minimalRecord()))
        .isInstanceOf(ActionNotImplementedException.class);
  }

  @Test
  void saysWithWhatCodeAndWordsACommandStopped() {
    LpsDriver driver = command(Duration.ofSeconds(30));

    assertThatThrownBy(() -> driver.perform("deconnecter-ps", Drivers.json("{}")))
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("code 3")
        .hasMessageContaining("base fermée");
  }

  @Test
  void killsACommandThatTakesTooLong() {
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

  private static ObjectNode minimalRecord() {
    return Drivers.json(
        """
        {"nomNaissance":"MOQUETTE","premierPrenom":"ALIX","sexe":"F","dateNaissance":"1988-02-29"}""");
  }

  private LpsDriver command(Duration limit) {
    return new CheckedDriver(
        new LpsDriver() {
          @Override
          public Capabilities capabilities() {
            return bare(Duration.ofSeconds(30)).capabilities(); // only actions are to be late
          }

          @Override
          public ActionAnswer perform(String action, ObjectNode input) {
            return bare(limit).perform(action, input);
          }
        },
        new ActionSchemas());
  }

  private CommandDriver bare(Duration limit) {
    return new CommandDriver(program(), directory, limit, new ActionSchemas());
  }

  /** Wherever these tests run there is a java command. */
  private static List<String> program() {
    String java = ProcessHandle.current().info().command().orElseThrow();
    return List.of(
        java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classes.toString(), "Pilote");
  }

  @BeforeAll
  static void compile() throws IOException {
    Path source = classes.resolve("Pilote.java");
    Files.writeString(source, PROGRAM.replace("RECORD", Drivers.RECORD.replace("\"", "\\\"")));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-encoding",
                "UTF-8",
                "-d",
                classes.toString(),
                source.toString());
    assertThat(failed).isZero();
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
