package fr.socle.features.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Drives an LPS by one process per action: JSON on standard input, JSON on standard output. */
final class CommandDriver implements LpsDriver {
  private static final byte[] NOTHING = {};

  private final List<String> command;
  private final Path directory;
  private final Duration limit;
  private final ResultReader reader;

  /**
   * A driver that is a command.
   *
   * @param command program and first arguments; the action is added last
   * @param directory working directory
   * @param limit time one action may take
   * @param schemas schemas of the contract
   */
  CommandDriver(List<String> command, Path directory, Duration limit, ActionSchemas schemas) {
    this.command = List.copyOf(command);
    this.directory = directory;
    this.limit = limit;
    this.reader = new ResultReader(schemas);
  }

  @Override
  public Capabilities capabilities() {
    return reader.capabilities(run("capabilities", NOTHING));
  }

  @Override
  public ActionAnswer perform(String action, ObjectNode input) {
    byte[] output = run(action, input.toString().getBytes(StandardCharsets.UTF_8));
    String status =
        reader.tree(output, "le résultat de « " + action + " »").path("statut").asText();
    if (status.equals("non-implemente")) {
      throw new ActionNotImplementedException(
          action, "Le pilote ne sait pas encore faire l'action « " + action + " ».");
    }
    return reader.result(action, output);
  }

  private byte[] run(String action, byte[] input) {
    try {
      // Files, not pipes: a process that writes much and reads late can never block us.
      Path out = Files.createTempFile("socle-pilote", ".json");
      Path err = Files.createTempFile("socle-pilote", ".txt");
      try {
        return run(action, input, out, err);
      } finally {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new DriverFailedException(
          "La commande du pilote ne se lance pas (%s) : vérifiez « commande » dans lps.yaml."
              .formatted(String.join(" ", command)),
          e);
    }
  }

  private byte[] run(String action, byte[] input, Path out, Path err) throws IOException {
    List<String> line = new ArrayList<>(command);
    line.add(action);
    Process process =
        new ProcessBuilder(line)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    feed(process, input);
    if (!ended(process)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new DriverFailedException(
          "La commande du pilote n'a pas terminé l'action « %s » en %d s : regardez le LPS, ou"
                  .formatted(action, limit.toSeconds())
              + " augmentez « delai » dans lps.yaml.");
    }
    if (process.exitValue() != 0) {
      throw new DriverFailedException(
          "La commande du pilote s'est arrêtée avec le code %d pour l'action « %s »%s."
              .formatted(process.exitValue(), action, lastLine(err)));
    }
    return Files.readAllBytes(out);
  }

  private static void feed(Process process, byte[] input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input);
    } catch (IOException e) {
      // The command may end without reading its input, as `capabilities` does: its result decides.
      return;
    }
  }

  private boolean ended(Process process) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String lastLine(Path err) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(err), StandardCharsets.UTF_8).strip().lines().toList();
    return lines.isEmpty() ? "" : " : " + lines.get(lines.size() - 1);
  }
}
