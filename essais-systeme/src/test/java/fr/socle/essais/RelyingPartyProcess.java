package fr.socle.essais;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A relying party in a process of its own. It prints its address on a line; what its libraries
 * print before does not count, and what it writes on its error output is its log.
 */
public final class RelyingPartyProcess implements AutoCloseable {
  private final Process process;
  private final String address;
  private final Path log;

  private RelyingPartyProcess(Process process, String address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
  }

  static RelyingPartyProcess start(Path log, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader printed =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder before = new StringBuilder();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      if (line.startsWith("http://")) {
        return new RelyingPartyProcess(process, line, log);
      }
      before.append(line).append('\n');
    }
    process.destroyForcibly();
    throw new IOException(command + " printed no address:\n" + before + Files.readString(log));
  }

  /**
   * Address of one of its pages.
   *
   * @param page without its first slash; empty for the protected one
   */
  public String page(String page) {
    return address + page;
  }

  /** What it wrote of its reasons. */
  String log() throws IOException {
    return Files.readString(log);
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
