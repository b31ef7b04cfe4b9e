package fr.socle.psc.exchange.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Header;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.exchange.service.Admission;
import fr.socle.psc.exchange.service.ApiFaultPlan;
import fr.socle.psc.exchange.service.ApiGuard;
import fr.socle.psc.exchange.service.ApiToken;
import fr.socle.psc.exchange.service.ProtectedApi;
import fr.socle.psc.exchange.service.SessionSignatures;
import fr.socle.psc.exchange.service.SessionSignatures.SessionData;
import fr.socle.psc.protocol.Answers;
import fr.socle.psc.protocol.DecodedView;
import fr.socle.psc.protocol.Reading;
import fr.socle.psc.service.OidcError;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Business calls of the APIs on the wire: the guard, then what stands behind it. */
final class ApiCallHandler {
  private static final JsonMapper JSON = new JsonMapper();

  private final ApiGuard guard;
  private final ApiUpstream upstream;
  private final SessionSignatures signatures;

  ApiCallHandler(ApiGuard guard, ApiUpstream upstream, SessionSignatures signatures) {
    this.guard = guard;
    this.upstream = upstream;
    this.signatures = signatures;
  }

  Served call(ProtectedApi api, String rest, IncomingRequest request, ApiFaultPlan faults) {
    Admission admission = admit(api, request, faults);
    OidcError error = admission.error();
    Answer answer = error == null ? upstream.pass(api.name(), rest, request) : refused(api, error);
    return served(ApiTransactions.CALL, api, request, admission, null, answer, null);
  }

  Served sign(ProtectedApi api, IncomingRequest request, ApiFaultPlan faults) {
    Admission admission = admit(api, request, faults);
    OidcError error = admission.error();
    ApiToken token = admission.token();
    if (error != null || token == null) {
      Answer answer = error == null ? Answer.empty(500) : refused(api, error);
      return served(ApiTransactions.SIGN, api, request, admission, null, answer, null);
    }
    Optional<SessionData> read = sessionData(request);
    if (read.isEmpty()) {
      Refusal why =
          new Refusal(
              "400",
              "Le corps n'est pas un objet JSON avec nationalId, clientID, proxy_session_id et"
                  + " session_state.");
      Answer answer = Answers.json(400, Map.of("code", "400", "message", why.reason()));
      return served(ApiTransactions.SIGN, api, request, admission, null, answer, why);
    }
    SessionData data = read.get();
    if (!data.matches(token)) {
      Refusal why =
          new Refusal(
              "400",
              "nationalId et session_state ne sont pas ceux du jeton d'API de cet appel : le proxy"
                  + " a mêlé deux sessions.");
      Answer answer = Answers.json(400, Map.of("code", "400", "message", why.reason()));
      return served(ApiTransactions.SIGN, api, request, admission, data, answer, why);
    }
    return served(
        ApiTransactions.SIGN,
        api,
        request,
        admission,
        data,
        Answers.json(200, signatures.sign(data)),
        null);
  }

  private Admission admit(ProtectedApi api, IncomingRequest request, ApiFaultPlan faults) {
    return guard.admit(
        api,
        Reading.authorization(request, "Bearer").orElse(null),
        Reading.thumbprint(request).orElse(null),
        faults);
  }

  private static Answer refused(ProtectedApi api, OidcError error) {
    Header challenge =
        ApiUpstream.challenge(api.name(), error.error(), String.valueOf(error.description()));
    return Answers.error(error).with(challenge.name(), challenge.value());
  }

  private static Optional<SessionData> sessionData(IncomingRequest request) {
    try {
      JsonNode body = JSON.readTree(request.body());
      String nationalId = text(body, "nationalId");
      String clientId = text(body, "clientID");
      String proxySession = text(body, "proxy_session_id");
      String sessionState = text(body, "session_state");
      return nationalId == null || clientId == null || proxySession == null || sessionState == null
          ? Optional.empty()
          : Optional.of(new SessionData(nationalId, clientId, proxySession, sessionState));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(JsonNode body, String member) {
    JsonNode value = body.path(member);
    return value.isTextual() && !value.asText().isEmpty() ? value.asText() : null;
  }

  private static Served served(
      String transaction,
      ProtectedApi api,
      IncomingRequest request,
      Admission admission,
      @Nullable SessionData data,
      Answer answer,
      @Nullable Refusal refusal) {
    String certificate =
        request
            .tls()
            .clientCertificate()
            .map(X509Certificate::getSubjectX500Principal)
            .map(Object::toString)
            .orElse(null);
    DecodedView view =
        new DecodedView()
            .put("api", api.name())
            .put("certificat", certificate)
            .put("jeton", admission.state().name());
    ApiToken token = admission.token();
    if (token != null) {
      view.put("professionnel", token.nationalId()).put("client", token.clientId());
    }
    if (data != null) {
      view.put("session", data.members());
    }
    return new Served(
        answer,
        transaction,
        new ApiCallMessage(api.name(), Reading.query(request), certificate, admission, data),
        view.asMap(),
        admission.error() == null ? refusal : Answers.refusal(admission.error()));
  }
}
