package fr.socle.psc.proxy.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.psc.outgoing.CallFailure;
import fr.socle.psc.outgoing.Forwarding;
import fr.socle.psc.outgoing.OutgoingCall;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.protocol.DecodedView;
import fr.socle.psc.proxy.protocol.SendMessage.Trial;
import fr.socle.psc.proxy.service.ApiRoute;
import fr.socle.psc.proxy.service.EsanteProxy;
import fr.socle.psc.proxy.service.ProxySession;
import fr.socle.psc.proxy.service.ServiceRefusal;
import fr.socle.psc.proxy.service.TokenKeeper.Got;
import fr.socle.psc.proxy.service.TokenKeeper.SessionOver;
import fr.socle.psc.proxy.service.Trace;
import fr.socle.psc.service.Digests;
import fr.socle.psc.service.Jwt;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /send/<api>/<path>} on the wire: token exchange, then the call, then its answer. */
final class SendHandler {
  private final EsanteProxy proxy;
  private final OutgoingCalls calls;
  private final TraceWriter traces;

  SendHandler(EsanteProxy proxy, OutgoingCalls calls, TraceWriter traces) {
    this.proxy = proxy;
    this.calls = calls;
    this.traces = traces;
  }

  /**
   * Serves a call of a session.
   *
   * @param cookie cookie sent, absent without
   * @param session its living session, absent without
   * @param lost whether a fault made the proxy lose that session
   */
  Served send(
      IncomingRequest request,
      SendPath path,
      @Nullable String cookie,
      @Nullable ProxySession session,
      boolean lost,
      RequestFaults armed) {
    if (session == null) {
      return refused(path, cookie, lost);
    }
    ApiRoute route = proxy.settings().apis().get(path.api());
    if (route == null) {
      return new Served(
          ProxyAnswers.error(
              404, "API inconnue", session.nationalId(), session.software().clientId()),
          ProxyTransactions.SEND,
          new SendMessage(cookie, false, path.api(), false, false, false, 404, null),
          Map.of("api", path.api()),
          new Refusal(
              "404",
              "L'API « "
                  + path.api()
                  + " » n'est pas derrière ce proxy ; il y a : "
                  + String.join(", ", proxy.settings().apis().keySet())
                  + "."));
    }
    traces.write(
        Trace.Type.SEND,
        request,
        session,
        new Trace.ApiRequest(path.api(), request.method(), path.rest()));
    return new Passage(request, path, cookie, session, route, Provocation.of(armed)).serve();
  }

  private static Served refused(SendPath path, @Nullable String cookie, boolean lost) {
    return new Served(
        ProxyAnswers.error(401, "Session inconnue"),
        ProxyTransactions.SEND,
        new SendMessage(cookie, false, path.api(), true, true, lost, 401, null),
        Map.of("api", path.api()),
        NoSession.refusal(cookie));
  }

  /** One call on its way. */
  private final class Passage {
    private final IncomingRequest request;
    private final SendPath path;
    private final @Nullable String cookie;
    private final ProxySession session;
    private final ApiRoute route;
    private final Provocation provocation;
    private final boolean pscExpired;
    private @Nullable Integer exchangeStatus;
    private @Nullable Integer callStatus;
    private @Nullable Got got;

    Passage(
        IncomingRequest request,
        SendPath path,
        @Nullable String cookie,
        ProxySession session,
        ApiRoute route,
        Provocation provocation) {
      this.request = request;
      this.path = path;
      this.cookie = cookie;
      this.session = session;
      this.route = route;
      this.provocation = provocation;
      this.pscExpired = proxy.tokens().pscExpired(session);
    }

    Served serve() {
      try {
        Got token = provocation.token(proxy.tokens(), session, route);
        got = token;
        exchangeStatus = token.lifeSeconds() == null ? null : 200;
        Answer answer = calls.send(call(token));
        callStatus = answer.status();
        if (answer.status() == 401) {
          proxy.tokens().forget(session, route);
        }
        return served(answer, null);
      } catch (SessionOver e) {
        return refused(path, cookie, false);
      } catch (ServiceRefusal refusal) {
        exchangeStatus = refusal.status();
        int status = refusal.outage() ? refusal.status() : 502;
        return failed(
            status,
            "Le serveur d'autorisation de l'API répond : "
                + refusal.status()
                + " "
                + refusal.error()
                + " "
                + refusal.description());
      } catch (CallFailure failure) {
        return failed(JsonPost.status(failure), "L'API ne répond pas : " + failure.getMessage());
      } catch (IllegalArgumentException e) {
        return failed(400, "Le chemin ne peut pas être transmis");
      }
    }

    private OutgoingCall call(Got token) {
      Headers headers =
          cookieLess(Forwarding.without(request.headers(), "Authorization"))
              .with("Authorization", "Bearer " + token.token());
      return new OutgoingCall(
          provocation.identity(session.software().identity()),
          request.method(),
          URI.create(route.url() + path.rest()),
          headers,
          request.body());
    }

    private Served failed(int status, String reason) {
      return served(
          ProxyAnswers.error(status, reason, session.nationalId(), session.software().clientId()),
          new Refusal(Integer.toString(status), reason + "."));
    }

    private Served served(Answer answer, @Nullable Refusal refusal) {
      Map<String, Object> view =
          new DecodedView()
              .put("api", path.api())
              .put("vers", route.url() + path.rest())
              .put("professionnel", session.nationalId())
              .put("echange", exchangeStatus)
              .put("statutApi", callStatus)
              .asMap();
      return new Served(
          answer,
          ProxyTransactions.SEND,
          new SendMessage(cookie, false, path.api(), true, false, false, answer.status(), trial()),
          view,
          refusal);
    }

    private @Nullable Trial trial() {
      if (!route.external()) {
        return null;
      }
      Got token = got;
      return new Trial(
          provocation.fault(),
          exchangeStatus,
          token == null ? null : token.lifeSeconds(),
          token == null ? 0 : token.pscLifeSeconds(),
          pscExpired,
          callStatus,
          token == null ? null : Digests.base64Url(Digests.sha256(token.token())),
          token != null && Jwt.read(token.token()).isEmpty(),
          route.ownServer(),
          token != null
              && provocation.wrong(
                  route, token, session.software().identity(), proxy.settings().fullExchange()));
    }
  }

  // The cookie of the proxy is its own affair; others are passed on
  private static Headers cookieLess(Headers headers) {
    Headers kept = new Headers(Forwarding.without(headers, "Cookie").lines());
    for (Header line : headers.lines()) {
      if (line.name().equalsIgnoreCase("Cookie")) {
        String others =
            Arrays.stream(line.value().split(";"))
                .map(String::trim)
                .filter(pair -> !pair.startsWith(ProxyAnswers.COOKIE + "="))
                .collect(Collectors.joining("; "));
        kept = others.isEmpty() ? kept : kept.with(line.name(), others);
      }
    }
    return kept;
  }
}
