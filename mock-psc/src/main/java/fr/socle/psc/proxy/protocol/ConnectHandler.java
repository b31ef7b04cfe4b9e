package fr.socle.psc.proxy.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.protocol.Answers;
import fr.socle.psc.protocol.DecodedView;
import fr.socle.psc.protocol.Reading;
import fr.socle.psc.proxy.service.ConnectOutcome;
import fr.socle.psc.proxy.service.ConnectRequest;
import fr.socle.psc.proxy.service.EsanteProxy;
import fr.socle.psc.proxy.service.ProxySession;
import fr.socle.psc.proxy.service.Trace;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /connect} and {@code DELETE /disconnect} on the wire. */
final class ConnectHandler {
  private static final JsonMapper JSON = new JsonMapper();

  private final EsanteProxy proxy;
  private final TraceWriter traces;

  ConnectHandler(EsanteProxy proxy, TraceWriter traces) {
    this.proxy = proxy;
    this.traces = traces;
  }

  Served connect(IncomingRequest request) {
    ConnectRequest asked = read(request.body());
    String cookie = Reading.cookie(request, ProxyAnswers.COOKIE).orElse(null);
    boolean pairLive = pairLive(asked);
    ConnectOutcome outcome = proxy.connect().connect(asked, cookie);
    ProxySession session = outcome.session();
    traces.write(type(outcome), request, asked, session, null);
    Answer answer = answer(asked, outcome);
    ConnectMessage message =
        new ConnectMessage(
            asked,
            cookie,
            false,
            known(proxy, asked),
            pairLive,
            outcome.status(),
            answer.body().length == 0,
            session == null ? null : session.id());
    DecodedView view = view(asked).put("issue", outcome.kind().name());
    if (session != null) {
      view.put("session_state", session.sessionState());
    }
    return new Served(
        answer, ProxyTransactions.CONNECT, message, view.asMap(), refusal(asked, outcome));
  }

  Served disconnect(IncomingRequest request, @Nullable String cookie, boolean lost) {
    ProxySession session = cookie == null ? null : proxy.connect().disconnect(cookie);
    if (session == null) {
      return new Served(
          ProxyAnswers.error(401, "Session inconnue"),
          ProxyTransactions.DISCONNECT,
          new DisconnectMessage(cookie, false, lost, 401),
          Map.of(),
          NoSession.refusal(cookie));
    }
    traces.write(Trace.Type.DISCONNECT, request, session, null);
    return new Served(
        ProxyAnswers.eraseCookie(Answer.empty(200)),
        ProxyTransactions.DISCONNECT,
        new DisconnectMessage(cookie, false, false, 200),
        Map.of("professionnel", session.nationalId(), "session_state", session.sessionState()),
        null);
  }

  /** Reads the body; what is not a text in a JSON object counts as absent. */
  static ConnectRequest read(byte[] body) {
    JsonNode read;
    try {
      read = JSON.readTree(body);
    } catch (IOException e) {
      read = JSON.createObjectNode();
    }
    return new ConnectRequest(
        text(read, "nationalId"),
        text(read, "bindingMessage"),
        text(read, "clientId"),
        text(read, "channel"));
  }

  static boolean known(EsanteProxy proxy, ConnectRequest asked) {
    String clientId = asked.clientId();
    return clientId != null && proxy.softwares().find(clientId).isPresent();
  }

  static DecodedView view(ConnectRequest asked) {
    return new DecodedView()
        .put("nationalId", asked.nationalId())
        .put("bindingMessage", asked.bindingMessage())
        .put("clientId", asked.clientId())
        .put("channel", asked.channel());
  }

  private boolean pairLive(ConnectRequest asked) {
    return proxy.sessions().ofThisWindow().stream()
        .anyMatch(
            one ->
                one.nationalId().equals(asked.nationalId())
                    && one.software().clientId().equals(asked.clientId()));
  }

  private static Answer answer(ConnectRequest asked, ConnectOutcome outcome) {
    ProxySession session = outcome.session();
    if (outcome.kind() == ConnectOutcome.Kind.CONNECTED && session != null) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("proxy_session_id", session.id());
      body.put("session_state", session.sessionState());
      return ProxyAnswers.setCookie(Answers.secretJson(200, body), session.id());
    }
    String message = outcome.message();
    return message == null
        ? Answer.empty(outcome.status())
        : ProxyAnswers.error(outcome.status(), message, asked.nationalId(), asked.clientId());
  }

  private static Trace.Type type(ConnectOutcome outcome) {
    return switch (outcome.kind()) {
      case CONNECTED -> Trace.Type.CONNECT_SUCCESS;
      case REPLAYED -> Trace.Type.CONNECT_REPLAY;
      case FAILED -> Trace.Type.CONNECT_FAILURE;
    };
  }

  private static @Nullable Refusal refusal(ConnectRequest asked, ConnectOutcome outcome) {
    if (outcome.kind() != ConnectOutcome.Kind.FAILED) {
      return null;
    }
    String message = outcome.message();
    return new Refusal(
        Integer.toString(outcome.status()),
        switch (outcome.status()) {
          case 400 -> "Corrigez le corps de /connect : " + message + ".";
          case 404 ->
              "Le client_id « "
                  + asked.clientId()
                  + " » n'est pas celui d'un logiciel du"
                  + " proxy : vérifiez-le, ou déclarez le logiciel.";
          case 401 ->
              "Pro Santé Connect a refusé la connexion : "
                  + message
                  + ". Dites-le à l'utilisateur, et proposez de recommencer.";
          default ->
              "Pro Santé Connect ne répond pas : dites-le à l'utilisateur, et réessayez plus tard.";
        });
  }

  private static @Nullable String text(JsonNode body, String member) {
    return body.path(member).isTextual() ? body.path(member).asText() : null;
  }
}
