package fr.socle.psc.proxy.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.outgoing.CallFailure;
import fr.socle.psc.outgoing.OutgoingCall;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.protocol.DecodedView;
import fr.socle.psc.protocol.Reading;
import fr.socle.psc.proxy.service.ConnectRequest;
import fr.socle.psc.proxy.service.EsanteProxy;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Passes every call to an editor's proxy as it is and keeps what it answered, to be judged. */
final class RelayHandler {
  private static final JsonMapper JSON = new JsonMapper();

  private final EsanteProxy proxy;
  private final OutgoingCalls calls;

  RelayHandler(EsanteProxy proxy, OutgoingCalls calls) {
    this.proxy = proxy;
    this.calls = calls;
  }

  Served pass(String url, String transaction, IncomingRequest request) {
    Answer answer;
    try {
      answer =
          calls.send(
              new OutgoingCall(
                  null,
                  request.method(),
                  URI.create(url + request.target()),
                  request.headers(),
                  request.body()));
    } catch (CallFailure failure) {
      return Served.plain(
          ProxyAnswers.error(
              JsonPost.status(failure),
              "Le proxy " + url + " ne répond pas : " + failure.getMessage()));
    } catch (IllegalArgumentException e) {
      return Served.plain(ProxyAnswers.error(400, "Le chemin ne peut pas être transmis"));
    }
    String cookie = Reading.cookie(request, ProxyAnswers.COOKIE).orElse(null);
    return new Served(
        answer,
        transaction,
        message(transaction, request, cookie, answer),
        new DecodedView().put("relais", url).put("statut", answer.status()).asMap(),
        null);
  }

  private @Nullable Object message(
      String transaction, IncomingRequest request, @Nullable String cookie, Answer answer) {
    return switch (transaction) {
      case ProxyTransactions.CONNECT -> connect(request, cookie, answer);
      case ProxyTransactions.DISCONNECT ->
          new DisconnectMessage(cookie, true, false, answer.status());
      case ProxyTransactions.TRACES ->
          new TracesMessage(true, answer.status(), TracesHandler.parse(answer.body()));
      default -> {
        SendPath path = SendPath.parse(request.target());
        yield path == null
            ? null
            : new SendMessage(cookie, true, path.api(), true, false, false, answer.status(), null);
      }
    };
  }

  private ConnectMessage connect(IncomingRequest request, @Nullable String cookie, Answer answer) {
    ConnectRequest asked = ConnectHandler.read(request.body());
    return new ConnectMessage(
        asked,
        cookie,
        true,
        ConnectHandler.known(proxy, asked),
        false,
        answer.status(),
        answer.body().length == 0,
        sessionId(answer));
  }

  private static @Nullable String sessionId(Answer answer) {
    try {
      JsonNode id = JSON.readTree(answer.body()).path("proxy_session_id");
      return id.isTextual() ? id.asText() : null;
    } catch (IOException e) {
      return null;
    }
  }
}
