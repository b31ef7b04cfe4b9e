package fr.socle.essais.mesure;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;

/** GreenMail in a process of its own: what the mailboxes of Socle are measured beside. */
final class OtherMail implements AutoCloseable {
  static final String USER = "marie";
  static final String PASSWORD = "secret";

  private final ServerProcess process;

  private OtherMail(ServerProcess process) {
    this.process = process;
  }

  static OtherMail start() throws IOException {
    return new OtherMail(ServerProcess.start(OtherMail.class));
  }

  int port() {
    return process.address().getPort();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }

  /** The server itself; it stops with the process. */
  public static void main(String[] arguments) {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    mail.start();
    mail.setUser(USER + "@localhost", USER, PASSWORD);
    System.out.println("imap://127.0.0.1:" + mail.getImap().getPort());
  }
}
