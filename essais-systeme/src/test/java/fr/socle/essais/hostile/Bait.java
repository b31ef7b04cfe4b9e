package fr.socle.essais.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What an external entity would fetch: an address that counts its visitors, a file with a word. */
final class Bait implements AutoCloseable {
  private final ServerSocket socket;
  private final Path file;
  private final String word = "appat-" + UUID.randomUUID();
  private final AtomicInteger visitors = new AtomicInteger();

  private Bait(ServerSocket socket, Path file) {
    this.socket = socket;
    this.file = file;
  }

  static Bait lay(Path folder) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Bait bait = new Bait(socket, folder.resolve("appat.txt"));
    Files.writeString(bait.file, bait.word);
    Thread thread = new Thread(bait::count, "appat");
    thread.setDaemon(true);
    thread.start();
    return bait;
  }

  private void count() {
    while (!socket.isClosed()) {
      try (Socket visitor = socket.accept()) {
        visitors.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }

  /** An address nobody should ask for. */
  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/appat";
  }

  /** A file nobody should read. */
  String fileAddress() {
    return file.toUri().toString();
  }

  /** What the file says. */
  String word() {
    return word;
  }

  /** How many came. */
  int visitors() {
    return visitors.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
