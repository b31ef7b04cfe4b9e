package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The program of {@code src/test/node}, with the packages its lock file names. */
final class OpenidClient {
  private final Path folder;

  private OpenidClient(Path folder) {
    this.folder = folder;
  }

  /** Copies it where nothing is committed and lets npm install what it needs. */
  static OpenidClient install(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (Stream<Path> sources =
        Files.list(Project.root().resolve("essais-systeme/src/test/node"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Files.copy(
            source,
            folder.resolve(source.getFileName().toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path log = folder.resolve("npm.log");
    Process npm =
        new ProcessBuilder(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(npm.waitFor()).as(Files.readString(log)).isZero();
    return new OpenidClient(folder);
  }

  /** Starts it as its author wrote it. */
  RelyingPartyProcess asItIs(SpaceDescriptor space, Path benchJson, Path log) throws IOException {
    return start(space, benchJson, log, List.of());
  }

  /** Starts it asked to check the signature of identity tokens. */
  RelyingPartyProcess checkingSignatures(SpaceDescriptor space, Path benchJson, Path log)
      throws IOException {
    return start(space, benchJson, log, List.of("--signature"));
  }

  private RelyingPartyProcess start(
      SpaceDescriptor space, Path benchJson, Path log, List<String> more) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("node", folder.resolve("relying-party.mjs").toString(), benchJson.toString()));
    command.addAll(more);
    return RelyingPartyProcess.start(
        log.resolve("openid-client.log"), Map.of("NODE_EXTRA_CA_CERTS", space.caFile()), command);
  }
}
