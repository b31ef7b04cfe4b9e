package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher builds what it starts: here the build is a script that says when it ran. */
class LauncherTest {
  /**
   * Builds slowly enough for others to come in the meantime: it waits for the test to let it end.
   */
  private static final String BUILD =
      """
      #!/bin/sh
      cd "$(dirname "$0")"
      echo begun >>builds
      cat gate >/dev/null
      mkdir -p socle-app/target/dist/lib
      """;

  private static final String BIN = "socle-app/src/main/distribution/bin";

  @TempDir private Path home;

  @BeforeEach
  void prepare() throws Exception {
    Files.copy(Project.root().resolve("socle"), home.resolve("socle"));
    Path bin = Files.createDirectories(home.resolve(BIN));
    for (String script : List.of("socle", "java.sh")) {
      Files.copy(Project.root().resolve(BIN).resolve(script), bin.resolve(script));
    }
    Files.writeString(home.resolve("mvnw"), BUILD);
    assertThat(home.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    assertThat(new ProcessBuilder("mkfifo", home.resolve("gate").toString()).start().waitFor())
        .isZero();
  }

  @Test
  void commandsStartedTogetherBuildOnce() throws Exception {
    List<Process> commands = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      commands.add(start());
    }
    // Opening a pipe to write waits for its reader: the first build has begun.
    Files.writeString(home.resolve("gate"), "go");
    for (Process command : commands) {
      assertThat(command.waitFor(60, TimeUnit.SECONDS)).as("the command ends").isTrue();
    }

    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);
    assertThat(home.resolve("target/construction.verrou")).doesNotExist();
  }

  @Test
  void theLockOfADeadBuildStopsNobody() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(home.resolve("target"));
    Files.writeString(home.resolve("target/construction.verrou"), Long.toString(dead.pid()));

    Process command = start();
    Files.writeString(home.resolve("gate"), "go");

    assertThat(command.waitFor(60, TimeUnit.SECONDS)).as("the command ends").isTrue();
    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(home.resolve("socle").toString(), "requirements")
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile(home, "command", ".txt").toFile())
        .start();
  }
}
