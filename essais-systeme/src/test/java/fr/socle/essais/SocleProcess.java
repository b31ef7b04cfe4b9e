package fr.socle.essais;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code ./socle up} as a user starts it: a process of its own, driven through what it prints and
 * through its control API.
 */
public final class SocleProcess implements AutoCloseable {
  private final Process process;
  private final URI control;
  private final Duration readyAfter;

  private SocleProcess(Process process, URI control, Duration readyAfter) {
    this.process = process;
    this.control = control;
    this.readyAfter = readyAfter;
  }

  /** Starts the services on free ports and waits until they say they are ready. */
  public static SocleProcess up(Path data, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("up", "--port-base", "0", "--data", data.toString()));
    arguments.addAll(List.of(more));
    return up(SocleCommand.of(arguments.toArray(String[]::new)));
  }

  /** Starts a command line of {@code up} and waits until the services say they are ready. */
  public static SocleProcess up(ProcessBuilder command) throws IOException {
    long start = System.nanoTime();
    Process process = command.redirectErrorStream(true).start();
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
    Duration readyAfter = Duration.ofNanos(System.nanoTime() - start);
    if (control == null) {
      process.destroyForcibly();
      throw new IOException("./socle up did not become ready:\n" + seen);
    }
    drain(lines);
    return new SocleProcess(process, control, readyAfter);
  }

  private static void drain(BufferedReader lines) {
    Thread drain =
        new Thread(
            () -> {
              try {
                lines.transferTo(Writer.nullWriter());
              } catch (IOException e) {
                // The process ended: nothing more to read.
              }
            },
            "socle-up-output");
    drain.setDaemon(true);
    drain.start();
  }

  /** Time from the command to the line that says it is ready. */
  public Duration readyAfter() {
    return readyAfter;
  }

  /** Its process id: the launcher becomes the JVM. */
  public long pid() {
    return process.pid();
  }

  /** Client of its control API. */
  public BenchClient client() {
    return new BenchClient(control);
  }

  /** Address of its console. */
  public URI console() {
    return control.resolve("/");
  }

  /** Its first space. */
  public SpaceDescriptor space() {
    return client().spaces().get(0);
  }

  /** Resident memory of the process, from the kernel. */
  public long residentMegabytes() throws IOException {
    return megabytes("VmRSS:");
  }

  /** The most it ever had resident. */
  public long peakMegabytes() throws IOException {
    return megabytes("VmHWM:");
  }

  private long megabytes(String line) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(l -> l.startsWith(line))
          .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  /** Processor time it took since it started, of all its threads. */
  public Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElseThrow();
  }

  /** Kills it as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
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
