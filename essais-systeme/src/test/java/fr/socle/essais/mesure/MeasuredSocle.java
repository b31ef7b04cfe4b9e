package fr.socle.essais.mesure;

import fr.socle.bench.client.BenchClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./socle up} on a given JDK, with the time it took and the memory it holds. */
final class MeasuredSocle implements AutoCloseable {
  private final Process process;
  private final URI control;
  private final Duration readyAfter;

  private MeasuredSocle(Process process, URI control, Duration readyAfter) {
    this.process = process;
    this.control = control;
    this.readyAfter = readyAfter;
  }

  static ProcessBuilder command(Path jdk, String... arguments) {
    List<String> command = new ArrayList<>(List.of(root().resolve("socle").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", jdk.toString());
    return builder;
  }

  static MeasuredSocle up(Path jdk, Path data) throws IOException {
    long start = System.nanoTime();
    Process process =
        command(jdk, "up", "--port-base", "0", "--data", data.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    URI control = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int at = line.indexOf("http://");
      if (control == null && line.contains("control") && at >= 0) {
        control = URI.create(line.substring(at).split("\\s", 2)[0]);
      }
      if (line.startsWith("Prêt") && control != null) {
        return new MeasuredSocle(process, control, Duration.ofNanos(System.nanoTime() - start));
      }
    }
    throw new IOException("./socle up did not become ready");
  }

  Duration readyAfter() {
    return readyAfter;
  }

  BenchClient client() {
    return new BenchClient(control);
  }

  /** Resident memory of the process, from the kernel. */
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(l -> l.startsWith("VmRSS:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
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

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("socle")) || !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
