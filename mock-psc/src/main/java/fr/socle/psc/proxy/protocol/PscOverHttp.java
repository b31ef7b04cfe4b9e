package fr.socle.psc.proxy.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.psc.outgoing.OutgoingCall;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.protocol.PscAddresses;
import fr.socle.psc.proxy.service.PscAccess;
import fr.socle.psc.proxy.service.PscTokens;
import fr.socle.psc.proxy.service.ServiceRefusal;
import fr.socle.psc.proxy.service.Software;
import fr.socle.psc.service.SpaceTime;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls Pro Santé Connect over its wire, as any relying party would (psc.md 2.2, 2.4). */
public final class PscOverHttp implements PscAccess {
  // CIBA Core 7.3: five seconds when the answer does not say
  private static final int INTERVAL = 5;

  private final PscAddresses addresses;
  private final JsonPost post;
  private final SpaceTime time;

  /** Calls these addresses. */
  public PscOverHttp(PscAddresses addresses, OutgoingCalls calls, SpaceTime time) {
    this.addresses = addresses;
    this.post = new JsonPost(calls);
    this.time = time;
  }

  @Override
  public Pending begin(Software software, String nationalId, String bindingMessage, Channel channel)
      throws ServiceRefusal {
    Map<String, String> form = form(software);
    form.put("scope", "openid scope_all");
    form.put("acr_values", "eidas1");
    form.put("login_hint", nationalId);
    form.put("binding_message", bindingMessage);
    form.put("channel", channel.name());
    JsonNode answer = call(software, "ext/ciba/auth", form);
    return new Pending(
        answer.path("auth_req_id").asText(),
        Duration.ofSeconds(answer.path("expires_in").asLong(0)),
        Duration.ofSeconds(Math.max(1, answer.path("interval").asLong(INTERVAL))));
  }

  @Override
  public PscTokens poll(Software software, String authReqId) throws ServiceRefusal {
    Map<String, String> form = form(software);
    form.put("grant_type", "urn:openid:params:grant-type:ciba");
    form.put("auth_req_id", authReqId);
    return tokens(call(software, "token", form));
  }

  @Override
  public String whose(Software software, PscTokens tokens) throws ServiceRefusal {
    Answer answer =
        post.send(
            new OutgoingCall(
                software.identity(),
                "GET",
                URI.create(addresses.endpoint("userinfo")),
                Headers.none().with("Authorization", "Bearer " + tokens.access()),
                new byte[0]));
    JsonNode userinfo = JsonPost.object(answer);
    String id = userinfo.path("SubjectNameID").asText("");
    return id.isEmpty() ? userinfo.path("preferred_username").asText("") : id;
  }

  @Override
  public PscTokens refresh(Software software, String refreshToken) throws ServiceRefusal {
    Map<String, String> form = form(software);
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return tokens(call(software, "token", form));
  }

  @Override
  public void logout(Software software, String idToken) throws ServiceRefusal {
    Map<String, String> form = form(software);
    form.put("id_token_hint", idToken);
    Answer answer =
        post.send(
            new OutgoingCall(
                software.identity(),
                "POST",
                URI.create(addresses.endpoint("logout")),
                headers(software).with("Content-Type", "application/x-www-form-urlencoded"),
                Forms.bytes(form)));
    if (answer.status() >= 300) {
      throw new ServiceRefusal(answer.status(), "", "la déconnexion est refusée");
    }
  }

  private JsonNode call(Software software, String endpoint, Map<String, String> form)
      throws ServiceRefusal {
    return post.form(software.identity(), addresses.endpoint(endpoint), headers(software), form);
  }

  private PscTokens tokens(JsonNode answer) {
    long life = answer.path("expires_in").asLong(0);
    return new PscTokens(
        answer.path("access_token").asText(),
        time.now().plusSeconds(life),
        life,
        text(answer, "refresh_token"),
        text(answer, "id_token"),
        text(answer, "session_state"));
  }

  // RFC 8705 2: with a certificate client_id goes in the body, without any secret
  private static Map<String, String> form(Software software) {
    Map<String, String> form = new LinkedHashMap<>();
    if (software.secret() == null) {
      form.put("client_id", software.pscClientId());
    }
    return form;
  }

  private static Headers headers(Software software) {
    String secret = software.secret();
    if (secret == null) {
      return Headers.none();
    }
    String pair = Forms.encode(software.pscClientId()) + ":" + Forms.encode(secret);
    return Headers.none()
        .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  private static @Nullable String text(JsonNode answer, String member) {
    return answer.path(member).isTextual() ? answer.path(member).asText() : null;
  }
}
