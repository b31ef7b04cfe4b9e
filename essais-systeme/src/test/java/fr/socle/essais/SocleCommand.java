package fr.socle.essais;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./socle} as a user types it. */
public final class SocleCommand {
  private SocleCommand() {}

  /** A command line, not started yet. */
  public static ProcessBuilder of(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Project.root().resolve("socle").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** The same with a chosen JDK. */
  public static ProcessBuilder with(Path jdk, String... arguments) {
    ProcessBuilder command = of(arguments);
    command.environment().put("JAVA_HOME", jdk.toString());
    return command;
  }

  /**
   * Runs a command to its end.
   *
   * @param output file that receives all it prints
   */
  public static Ended run(Path output, String... arguments)
      throws IOException, InterruptedException {
    int code = start(output, arguments).waitFor();
    return new Ended(code, Files.readString(output));
  }

  /** Starts a command that prints into a file. */
  public static Process start(Path output, String... arguments) throws IOException {
    return of(arguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  /** A command that ended, with all it printed. */
  public record Ended(int code, String output) {}
}
