package fr.socle.psc.proxy.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.protocol.Reading;
import fr.socle.psc.proxy.service.EsanteProxy;
import fr.socle.psc.proxy.service.ProxyFault;
import fr.socle.psc.proxy.service.ProxySession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The door of the Proxy e-Santé, or of an editor's proxy that stands in its place. */
public final class ProxyEndpoint implements HttpEndpoint {
  // A call waits for others that need threads of the same bench: too many would wait for ever
  private static final int AT_ONCE = 16;

  private final EsanteProxy proxy;
  private final ConnectHandler connect;
  private final SendHandler send;
  private final TracesHandler traces;
  private final RelayHandler relay;
  private final Semaphore room = new Semaphore(AT_ONCE);

  /**
   * The door of a space.
   *
   * @param calls makes the calls of the proxy
   * @param clock wall clock
   */
  public ProxyEndpoint(EsanteProxy proxy, OutgoingCalls calls, Clock clock) {
    TraceWriter writer = new TraceWriter(proxy.traces(), clock);
    this.proxy = proxy;
    this.connect = new ConnectHandler(proxy, writer);
    this.send = new SendHandler(proxy, calls, writer);
    this.traces = new TracesHandler(proxy.traces());
    this.relay = new RelayHandler(proxy, calls);
  }

  /**
   * Where a path leads.
   *
   * @param transaction its transaction
   * @param methods methods served
   */
  private record Way(String transaction, List<String> methods) {}

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    Way way = way(request.path());
    return way == null ? null : way.transaction();
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    Way way = way(request.path());
    if (way == null) {
      return Served.refused(
          ProxyAnswers.error(404, "Chemin inconnu"),
          new Refusal(
              "404",
              "Le proxy sert /connect, /disconnect, /send/<api>/… et /traces ; ici : "
                  + request.path()
                  + "."));
    }
    if (!way.methods().contains(request.method())) {
      return Served.refused(
          ProxyAnswers.error(405, "Méthode refusée")
              .with("Allow", String.join(", ", way.methods())),
          new Refusal("405", "Méthodes servies ici : " + String.join(", ", way.methods()) + "."));
    }
    if (!room.tryAcquire()) {
      return Served.refused(
          ProxyAnswers.error(503, "Trop d'appels à la fois"),
          new Refusal(
              "503",
              "Le proxy d'un espace sert " + AT_ONCE + " appels à la fois : attendez leur fin."));
    }
    try {
      Optional<String> editor = proxy.relay().address();
      return editor.isPresent()
          ? relay.pass(editor.get(), way.transaction(), request)
          : answer(way.transaction(), request, faults);
    } finally {
      room.release();
    }
  }

  private Served answer(String transaction, IncomingRequest request, RequestFaults faults) {
    String cookie = Reading.cookie(request, ProxyAnswers.COOKIE).orElse(null);
    return switch (transaction) {
      case ProxyTransactions.CONNECT -> connect.connect(request);
      case ProxyTransactions.DISCONNECT ->
          connect.disconnect(request, cookie, lost(cookie, faults));
      case ProxyTransactions.TRACES -> traces.read(request);
      default -> {
        SendPath path = SendPath.parse(request.target());
        if (path == null) {
          throw new IllegalStateException("a way without path: " + request.target());
        }
        boolean lost = lost(cookie, faults);
        ProxySession session = cookie == null ? null : proxy.sessions().find(cookie).orElse(null);
        yield send.send(request, path, cookie, session, lost, faults);
      }
    };
  }

  private boolean lost(@Nullable String cookie, RequestFaults faults) {
    if (cookie == null || faults.take(ProxyFault.SESSION_PERDUE.label()).isEmpty()) {
      return false;
    }
    proxy.sessions().end(cookie);
    return true;
  }

  private static @Nullable Way way(String path) {
    return switch (path) {
      case "/connect" -> new Way(ProxyTransactions.CONNECT, List.of("POST"));
      case "/disconnect" -> new Way(ProxyTransactions.DISCONNECT, List.of("DELETE"));
      case "/traces" -> new Way(ProxyTransactions.TRACES, List.of("GET"));
      default ->
          SendPath.parse(path) == null
              ? null
              : new Way(ProxyTransactions.SEND, List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
    };
  }
}
