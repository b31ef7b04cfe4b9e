package fr.socle.essais;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./socle up} as a user starts it: a process of its own, driven through what it prints and
 * through its control API.
 */
final class SocleProcess implements AutoCloseable {
  private final Process process;
  private final URI control;

  private SocleProcess(Process process, URI control) {
    this.process = process;
    this.control = control;
  }

  /** Starts the services on free ports and waits until they say they are ready. */
  static SocleProcess up(Path data, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Project.root().resolve("socle").toString());
    command.addAll(List.of("up", "--port-base", "0", "--data", data.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder seen = new StringBuilder();
    URI control = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      seen.append(line).append('\n');
      int at = line.indexOf("http://");
      if (control == null && line.contains("control") && at >= 0) {
        control = URI.create(line.substring(at).split("\\s", 2)[0]);
      }
      if (line.startsWith("Prêt")) {
        break;
      }
    }
    if (control == null) {
      process.destroyForcibly();
      throw new IOException("./socle up did not become ready:\n" + seen);
    }
    Thread drain =
        new Thread(
            () -> {
              try {
                lines.transferTo(java.io.Writer.nullWriter());
              } catch (IOException e) {
                // The process ended: nothing more to read.
              }
            },
            "socle-up-output");
    drain.setDaemon(true);
    drain.start();
    return new SocleProcess(process, control);
  }

  /** Client of its control API. */
  BenchClient client() {
    return new BenchClient(control);
  }

  /** Its first space. */
  SpaceDescriptor space() {
    return client().spaces().get(0);
  }

  /** Kills it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The descriptor as any program reads it. */
  static SpaceDescriptor read(Path benchJson) throws IOException {
    return JsonMapper.builder().build().readValue(benchJson.toFile(), SpaceDescriptor.class);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
