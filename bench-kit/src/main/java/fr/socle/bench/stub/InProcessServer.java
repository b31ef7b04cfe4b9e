package fr.socle.bench.stub;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A server for WireMock that has no port. Its own direct server is like it, but sleeps the delay of
 * a stub in the caller's thread; here the delay is told, and waited for without a thread.
 */
final class InProcessServer implements HttpServer {
  private final StubRequestHandler stubs;

  private InProcessServer(StubRequestHandler stubs) {
    this.stubs = stubs;
  }

  Response ask(Request request) {
    CompletableFuture<Response> answered = new CompletableFuture<>();
    stubs.handle(request, (asked, response, attributes) -> answered.complete(response), null);
    Response response = answered.getNow(null);
    if (response == null) {
      throw new IllegalStateException("WireMock did not answer");
    }
    return response;
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public boolean isRunning() {
    return true;
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public int httpsPort() {
    return 0;
  }

  /** Keeps the server it builds. */
  static final class Factory implements HttpServerFactory {
    private volatile @Nullable InProcessServer built;

    @Override
    public HttpServer buildHttpServer(
        Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
      InProcessServer server = new InProcessServer(stubs);
      built = server;
      return server;
    }

    InProcessServer server() {
      InProcessServer server = built;
      if (server == null) {
        throw new IllegalStateException("WireMock built no server");
      }
      return server;
    }
  }
}
