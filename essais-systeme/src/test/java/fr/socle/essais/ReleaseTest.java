package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release archive, unpacked as a user does, on a machine without network. */
class ReleaseTest {
  // A user's folders have spaces.
  @TempDir private Path machine;
  private Path release;

  @BeforeEach
  void unpack() throws Exception {
    Path folder = Files.createDirectories(machine.resolve("Mes outils"));
    assertThat(run("unzip", "-q", archive().toString(), "-d", folder.toString()).code()).isZero();
    try (Stream<Path> unpacked = Files.list(folder)) {
      List<Path> roots = unpacked.toList();
      assertThat(roots).as("one folder, with the version in its name").hasSize(1);
      release = roots.get(0);
    }
  }

  @Test
  void playsScenariosWithoutAnyInterface() throws Exception {
    SocleCommand.Ended ended =
        run(
            "unshare",
            "--net",
            "--map-root-user",
            "sh",
            "-c",
            "ip link set lo up && ip -brief link && exec \"$0\" \"$@\"",
            release.resolve("bin/socle").toString(),
            "run",
            "--tags",
            "@REQ:PSC-RP-20",
            "--out",
            machine.resolve("rapport").toString());

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("lo ").contains("✓ Conforme sur ");
    assertThat(machine.resolve("rapport/rapport.html")).exists();
    assertThat(ended.output()).as("nothing is built").doesNotContain("construction");
    try (Stream<Path> lib = Files.list(release.resolve("lib"))) {
      assertThat(lib.map(file -> file.getFileName().toString()))
          .as("the start-up archive is made on first use")
          .anyMatch(name -> name.endsWith(".jsa"));
    }
  }

  @Test
  void holdsWhatItsPageSpeaksOf() {
    assertThat(
            Stream.of(
                    "LISEZ-MOI.md",
                    "LICENSE",
                    "docs/guide-editeur.md",
                    "docs/pilote.md",
                    "examples/ci/juger.sh",
                    "scenarios/psc/connexion.feature",
                    "bin/socle.cmd")
                .map(release::resolve))
        .allMatch(Files::exists);
    assertThat(release.resolve("LISEZ-MOI.md")).content().doesNotContain("${");
  }

  @Test
  void saysWhatToDoWithAnOldJava() throws Exception {
    Path old = Files.createDirectories(machine.resolve("vieux/bin"));
    Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"11.0.2\"\n");

    SocleCommand.Ended ended =
        run("env", "JAVA_HOME=" + old.getParent(), release.resolve("bin/socle").toString(), "up");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output())
        .isEqualTo(
            "socle : Java 11.0.2 est trop ancien. Indiquez un Java 17 ou plus récent dans JAVA_HOME.\n");
  }

  private static Path archive() throws IOException {
    try (Stream<Path> built = Files.list(Project.root().resolve("socle-app/target"))) {
      return built.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }

  private SocleCommand.Ended run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(machine, "sortie", ".txt");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    return new SocleCommand.Ended(code, Files.readString(output));
  }
}
