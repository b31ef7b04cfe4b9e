package fr.socle.psc.proxy.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.psc.outgoing.CallFailure;
import fr.socle.psc.outgoing.OutgoingCall;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.proxy.service.ServiceRefusal;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts forms and reads JSON answers.
 *
 * @param calls makes the calls
 */
record JsonPost(OutgoingCalls calls) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Posts a form.
   *
   * @throws ServiceRefusal unless the answer is 2xx with a JSON object
   */
  JsonNode form(
      @Nullable String identity, String to, Headers headers, Map<String, String> parameters)
      throws ServiceRefusal {
    Answer answer =
        send(
            new OutgoingCall(
                identity,
                "POST",
                URI.create(to),
                headers.with("Content-Type", "application/x-www-form-urlencoded"),
                Forms.bytes(parameters)));
    return object(answer);
  }

  /** Makes any call; a failure to get an answer is a refusal with its status. */
  Answer send(OutgoingCall call) throws ServiceRefusal {
    try {
      return calls.send(call);
    } catch (CallFailure e) {
      throw new ServiceRefusal(status(e), "", String.valueOf(e.getMessage()));
    }
  }

  /** The status a proxy gives for a call that got no answer, psc.md 2.7 (S: PROXY). */
  static int status(CallFailure failure) {
    return switch (failure.kind()) {
      case UNREACHABLE -> 503;
      case LATE -> 504;
      case BROKEN -> 502;
    };
  }

  static JsonNode object(Answer answer) throws ServiceRefusal {
    JsonNode body = read(answer);
    if (answer.status() >= 200 && answer.status() < 300) {
      if (!body.isObject()) {
        throw new ServiceRefusal(502, "", "la réponse n'est pas un objet JSON");
      }
      return body;
    }
    throw new ServiceRefusal(
        answer.status(), body.path("error").asText(""), body.path("error_description").asText(""));
  }

  private static JsonNode read(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
