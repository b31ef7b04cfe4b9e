package fr.socle.psc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where a client keeps its request objects, on a real port. */
public final class ObjectHost implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile String object = "";
  private volatile int status = 200;
  private volatile boolean stalled;

  public ObjectHost() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** From now on this is the object at every path. */
  public void keep(String object) {
    this.object = object;
  }

  /** From now on it answers this; a redirect leads to /ailleurs. */
  public void answer(int status) {
    this.status = status;
  }

  /** From now on the body of an answer never ends. */
  public void stall() {
    this.stalled = true;
  }

  /** What it was asked for. */
  public List<String> asked() {
    return asked;
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    exchange.getResponseHeaders().add("Content-Type", "application/oauth-authz-req+jwt");
    if (status / 100 == 3) {
      exchange.getResponseHeaders().add("Location", address("/ailleurs"));
    }
    byte[] body = object.getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(body);
    if (stalled) {
      exchange.getResponseBody().flush();
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.close();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
