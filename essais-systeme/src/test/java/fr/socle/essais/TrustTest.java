package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each line that {@code socle trust} prints and Linux can run does what it says, and its undoing.
 */
class TrustTest {
  @TempDir private Path home;
  private List<String> printed = List.of();

  @Test
  void saysToStartTheBenchFirst() throws Exception {
    SocleCommand.Ended ended = trust("vide");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output()).contains("lancez une fois « socle up » avec le même --data");
  }

  @Test
  void whatLinuxCanRunIsTrustedThenForgotten() throws Exception {
    Path data = home.resolve("données d'essai");
    try (SocleProcess bench = SocleProcess.up(data)) {
      String url =
          BenchJson.mapper()
              .readTree(Files.readAllBytes(data.resolve("bench.json")))
              .path("urls")
              .path("mss.liste-blanche")
              .asText();
      assertThat(bench.readyAfter()).isPositive();
      SocleCommand.Ended ended = trust("données d'essai");
      assertThat(ended.code()).isZero();
      printed = ended.output().lines().toList();

      assertThat(shell("curl -sSf " + url).code()).as("nobody trusts it yet").isEqualTo(60);
      assertThat(shell(after("curl :", 1) + " -sSf " + url).code()).isZero();

      String openssl = "echo | openssl s_client -verify_return_error -connect " + address(url);
      assertThat(shell(openssl).code()).isNotZero();
      assertThat(shell(after("OpenSSL", 1) + "; " + openssl).code()).isZero();

      String nss =
          "mkdir -p $HOME/.pki/nssdb && certutil -N -d sql:$HOME/.pki/nssdb --empty-password";
      assertThat(shell(nss).code()).isZero();
      assertThat(shell(after("NSS", 1) + " && certutil -L -d sql:$HOME/.pki/nssdb").output())
          .contains("socle");
      assertThat(shell(undo("NSS") + " && certutil -L -d sql:$HOME/.pki/nssdb").output())
          .doesNotContain("socle");
    }
  }

  private SocleCommand.Ended trust(String data) throws IOException, InterruptedException {
    return SocleCommand.run(
        Files.createTempFile(home, "trust", ".txt"),
        "trust",
        "--data",
        home.resolve(data).toString());
  }

  private String after(String software, int lines) {
    for (int i = 0; i < printed.size(); i++) {
      if (printed.get(i).startsWith(software)) {
        return printed.get(i + lines).strip();
      }
    }
    throw new AssertionError("no line for " + software + " in " + printed);
  }

  private String undo(String software) {
    return after(software, 2).replaceFirst("^pour défaire : ", "");
  }

  private static String address(String url) {
    return url.replaceFirst("https://([^/]+)/.*", "$1");
  }

  private SocleCommand.Ended shell(String line) throws IOException, InterruptedException {
    Path output = Files.createTempFile(home, "sortie", ".txt");
    ProcessBuilder command = new ProcessBuilder("sh", "-c", line);
    command.environment().put("HOME", home.toString());
    int code = command.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    return new SocleCommand.Ended(code, Files.readString(output));
  }
}
