package fr.socle.bench.introspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import fr.socle.bench.introspection.TokenIntrospection.UnreachableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** How long and how much a service listens to whom it asks about tokens. */
class RemoteIntrospectionTest {

  @Test
  void anAnswerThatDoesNotEndIsWaitedForNoLongerThanItsPatience() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    HttpHandler slow =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("{\"active\"".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          awaited(asked);
        };

    // The latch is let go before the server closes: it waits for what it serves.
    try (Server server = Server.by(slow);
        AutoCloseable unused = asked::countDown) {
      assertThatThrownBy(() -> introspection(server, Duration.ofSeconds(2)).introspect("jeton"))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("ne finit pas de répondre");
    }
  }

  @Test
  void anAnswerOfOneByteTooManyIsRefusedAndOneLessIsRead() throws Exception {
    String start = "{\"active\":true}";
    for (int more : new int[] {0, 1}) {
      byte[] body =
          (start + " ".repeat(RemoteIntrospection.LONGEST + more - start.length())).getBytes(UTF_8);
      HttpHandler large =
          exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          };
      try (Server server = Server.by(large)) {
        RemoteIntrospection asking = introspection(server, Duration.ofSeconds(30));
        if (more == 0) {
          assertThat(asking.introspect("jeton").active()).isTrue();
        } else {
          assertThatThrownBy(() -> asking.introspect("jeton"))
              .isInstanceOf(UnreachableException.class)
              .hasMessageContaining("plus de 65536 octets");
        }
      }
    }
  }

  private static RemoteIntrospection introspection(Server server, Duration patience)
      throws Exception {
    SSLContext tls = SSLContext.getDefault();
    return RemoteIntrospection.at(
        new IntrospectionSettings("insi", server.address(), "insi", "secret"),
        Map.of(),
        certificate -> tls,
        patience);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Server(HttpServer http) implements AutoCloseable {
    static Server by(HttpHandler handler) throws IOException {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.createContext("/", handler);
      http.start();
      return new Server(http);
    }

    String address() {
      return "http://127.0.0.1:" + http.getAddress().getPort() + "/introspect";
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }
}
