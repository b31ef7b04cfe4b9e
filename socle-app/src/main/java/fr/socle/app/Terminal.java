package fr.socle.app;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes what its user reads. */
record Terminal(PrintWriter writer) {

  /** Output of a command. */
  static Terminal of(@Nullable CommandSpec spec) {
    return new Terminal(Objects.requireNonNull(spec).commandLine().getOut());
  }

  /** Writes one line at once. */
  void line(String text) {
    writer.println(text);
    writer.flush();
  }
}
