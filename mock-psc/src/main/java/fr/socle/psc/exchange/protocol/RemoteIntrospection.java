package fr.socle.psc.exchange.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.psc.exchange.service.ApiSettings.Elsewhere;
import fr.socle.psc.exchange.service.PscIntrospection;
import fr.socle.psc.exchange.service.SubjectStanding;
import fr.socle.psc.exchange.service.SubjectStanding.State;
import fr.socle.psc.outgoing.CallFailure;
import fr.socle.psc.outgoing.OutgoingCall;
import fr.socle.psc.outgoing.OutgoingCalls;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Asks another Pro Santé Connect, by its introspection endpoint (psc.md 2.5).
 *
 * @param calls makes the calls
 * @param there where it is and who asks
 */
public record RemoteIntrospection(OutgoingCalls calls, Elsewhere there)
    implements PscIntrospection {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public SubjectStanding introspect(String token) {
    String pair =
        URLEncoder.encode(there.clientId(), UTF_8) + ":" + URLEncoder.encode(there.secret(), UTF_8);
    Headers headers =
        Headers.none()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    byte[] body = ("token=" + URLEncoder.encode(token, UTF_8)).getBytes(UTF_8);
    try {
      Answer answer =
          calls.send(new OutgoingCall(null, "POST", URI.create(there.url()), headers, body));
      if (answer.status() != 200) {
        throw new PscUnreachableException("statut " + answer.status());
      }
      return standing(JSON.readTree(answer.body()));
    } catch (CallFailure e) {
      throw new PscUnreachableException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new PscUnreachableException("la réponse n'est pas du JSON");
    }
  }

  private static SubjectStanding standing(JsonNode body) {
    if (!body.path("active").asBoolean(false)) {
      return SubjectStanding.inactive();
    }
    // SubjectNameID may be absent, psc.md 2.5
    String nationalId = text(body, "SubjectNameID");
    return new SubjectStanding(
        "Refresh".equals(text(body, "typ")) ? State.NOT_AN_ACCESS_TOKEN : State.ACTIVE,
        nationalId == null ? text(body, "preferred_username") : nationalId,
        text(body, "client_id"),
        text(body, "session_state"));
  }

  private static @Nullable String text(JsonNode body, String member) {
    return body.path(member).isTextual() ? body.path(member).asText() : null;
  }
}
