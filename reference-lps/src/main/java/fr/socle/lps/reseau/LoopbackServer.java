package fr.socle.lps.reseau;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server that only this machine reaches. */
public final class LoopbackServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts listening on the loopback address.
   *
   * @param port 0 for a free one
   * @param name name of its threads
   * @param handler answers every request, on any thread
   * @throws IOException when the port cannot be taken
   */
  public static LoopbackServer start(int port, String name, HttpHandler handler)
      throws IOException {
    // The server of the JDK writes the head and the body of an answer apart; without this, the
    // second waits 40 ms for the acknowledgement of the first. The JDK only reads a property.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    server.createContext("/", handler);
    server.setExecutor(threads);
    server.start();
    return new LoopbackServer(server, threads);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Can be called twice. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
