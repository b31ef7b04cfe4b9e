package fr.socle.essais;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./socle lps} as a program of its own: the reference LPS or a mutant of it. */
public final class ReferenceProcess implements AutoCloseable {
  private final Process process;
  private final String url;

  private ReferenceProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts a mutant on a free port and waits until it says where it is. */
  public static ReferenceProcess mutant(String id) throws IOException {
    Process process =
        SocleCommand.of("lps", "--mutant", id, "--port", "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Not closed: the program would be told that nobody listens any more.
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = lines.readLine();
    if (ready == null || !ready.contains("http://")) {
      process.destroyForcibly();
      throw new IOException("./socle lps --mutant " + id + " did not become ready: " + ready);
    }
    return new ReferenceProcess(process, ready.substring(ready.indexOf("http://")).strip());
  }

  /** Writes the file that leads {@code ./socle run --lps} to it. */
  public Path describe(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("lps.yaml"),
        "lps: {nom: Mutant, version: \"1\", editeur: Essai}\npilote: http\nurl: " + url + "\n");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
