package fr.socle.essais.mesure;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** GreenMail in a process of its own: what the mailboxes of Socle are measured beside. */
final class OtherMail implements AutoCloseable {
  static final String USER = "marie";
  static final String PASSWORD = "secret";

  private final Process process;
  private final int port;

  private OtherMail(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static OtherMail start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OtherMail.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = lines.readLine();
    if (port == null) {
      throw new IOException("GreenMail did not start");
    }
    return new OtherMail(process, Integer.parseInt(port));
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** The server itself; it stops with the process. */
  public static void main(String[] arguments) {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    mail.start();
    mail.setUser(USER + "@localhost", USER, PASSWORD);
    System.out.println(mail.getImap().getPort());
  }
}
