package fr.socle.essais;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite on the real names and ports of the services, in a network that has nothing but a
 * loopback interface and a file of hosts of its own.
 */
class RealNamesRunTest {
  private static final String ALONE =
      "mount --bind \"$1\" /etc/hosts && ip link set lo up && shift && exec \"$@\"";

  @TempDir private Path machine;

  @Test
  void theReferenceCallsTheRealNamesWithoutAnyPort() throws Exception {
    // Built here if need be: there is no network where it is run.
    assertThat(SocleCommand.run(machine.resolve("version.txt"), "--version").code()).isZero();
    Path hosts = Files.writeString(machine.resolve("hosts"), "127.0.0.1 localhost\n");
    SocleCommand.Ended told = alone(hosts, "up", "--real-names");
    assertThat(told.code()).as(told.output()).isEqualTo(2);
    assertThat(told.output()).contains("ne mène nulle part");
    List<String> lines =
        told.output().lines().map(String::strip).filter(line -> line.startsWith("127.")).toList();
    assertThat(lines).hasSize(8);
    Files.writeString(hosts, "127.0.0.1 localhost\n" + String.join("\n", lines) + "\n");

    Path report = machine.resolve("rapport");
    SocleCommand.Ended ended =
        alone(
            hosts,
            "run",
            "--real-names",
            "--tags",
            "@REQ:PSC-RP-20 or @REQ:INSI-T01 or @REQ:DMP-T01 or @REQ:MSS-T01",
            "--out",
            report.toString());

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(traffic(report))
        .contains(
            "\nHost: auth.bas.psc.esante.gouv.fr\r",
            "\nHost: wallet.bas.psc.esante.gouv.fr\r",
            "\nHost: qualiflps-services-ps-tlsm.ameli.fr\r",
            "\nHost: qualiflps.services-ps.ameli.fr\r",
            "\nHost: lps2.dmp.gouv.fr\r");
  }

  private static String traffic(Path report) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(report.resolve("exchanges"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), UTF_8));
      }
    }
    return all.toString();
  }

  private SocleCommand.Ended alone(Path hosts, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    "unshare",
                    "--net",
                    "--mount",
                    "--map-root-user",
                    "sh",
                    "-c",
                    ALONE,
                    "sh",
                    hosts.toString(),
                    Project.root().resolve("socle").toString()),
                Stream.of(arguments))
            .toList();
    Path output = Files.createTempFile(machine, "sortie", ".txt");
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // The certificates of the user's cache are others' too.
    process.environment().put("XDG_CACHE_HOME", machine.resolve("cache").toString());
    Process started = process.start();
    if (!started.waitFor(10, TimeUnit.MINUTES)) {
      started.destroyForcibly();
      throw new AssertionError("still running: " + Files.readString(output));
    }
    return new SocleCommand.Ended(started.exitValue(), Files.readString(output));
  }
}
