package fr.socle.lps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "--mutant inconnu, Mutant inconnu : inconnu",
    "--port 70000, Port incorrect : 70000",
    "--port, L'option « --port » attend une valeur.",
    "--couleur bleu, Option inconnue : --couleur"
  })
  void saysWhatIsWrongWithItsOptions(String arguments, String told) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains(told, "Usage");
  }

  @Test
  void saysThatItsPortIsTaken() throws IOException {
    try (ReferenceLps other = ReferenceLps.builder().start()) {
      assertThat(run("--port " + other.url().getPort())).isEqualTo(3);
    }
    assertThat(err.toString(UTF_8)).contains("Choisissez un autre port");
  }

  private int run(String arguments) {
    return CommandLine.run(
        arguments.split(" "),
        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }
}
