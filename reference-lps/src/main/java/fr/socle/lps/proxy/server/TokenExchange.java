package fr.socle.lps.proxy.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets the tokens of an API at its authorization server (RFC 8693, psc.md 2.6). */
final class TokenExchange {

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clock clock;
  private final Defects defects;

  TokenExchange(Clock clock, Defects defects) {
    this.clock = clock;
    this.defects = defects;
  }

  /** Exchanges the token of a session. */
  ApiTokens exchange(OpenSession session, Api api) throws NoToken, InterruptedException {
    Software software = session.software();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", GRANT);
    form.put("client_id", software.apiClientId());
    form.put("subject_token", session.login().subjectToken());
    form.put("subject_token_type", ACCESS_TOKEN);
    form.put("scope", api.name());
    if (!defects.has(Mutant.PROXY_EDITEUR_CNF_OUBLIE)) {
      form.put("cnf", "{\"x5t#S256\":\"" + software.thumbprint() + "\"}");
    }
    ApiTokens given = ask(software, api, form);
    session.exchanged(api.name());
    return given;
  }

  /** Renews tokens of an API without Pro Santé Connect. */
  ApiTokens refresh(Software software, Api api, String refreshToken)
      throws NoToken, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", software.apiClientId());
    form.put("refresh_token", refreshToken);
    return ask(software, api, form);
  }

  private ApiTokens ask(Software software, Api api, Map<String, String> form)
      throws NoToken, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(api.token())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(encode(form)))
            .build();
    Answer answer;
    try {
      answer = software.wire().send(request);
    } catch (Wire.Unreachable e) {
      throw new NoToken(503, "", "serveur d'autorisation injoignable");
    }
    JsonNode body = read(answer);
    if (answer.status() != 200) {
      throw new NoToken(answer.status(), body.path("error").asText(), "réponse " + answer.status());
    }
    return ApiTokens.of(body, clock.instant())
        .orElseThrow(() -> new NoToken(502, "", "réponse sans jeton"));
  }

  private static JsonNode read(Answer answer) {
    try {
      JsonNode read = JSON.readTree(answer.body());
      return read == null ? JSON.createObjectNode() : read;
    } catch (IOException e) {
      return JSON.createObjectNode(); // no JSON: only the status speaks
    }
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            entry ->
                URLEncoder.encode(entry.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * An API behind this proxy.
   *
   * @param name its name in {@code /send/<name>/...}, and its scope
   * @param url address of its calls, without slash at the end
   * @param token token endpoint of its authorization server
   */
  record Api(String name, String url, URI token) {}

  /** No token was given. */
  static final class NoToken extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    NoToken(int status, String error, String message) {
      super(message);
      this.status = status;
      this.error = error;
    }

    /** The status to answer with: an outage is passed on, a refusal is this proxy's affair. */
    int answered() {
      return status >= 502 && status <= 504 ? status : status >= 500 ? 503 : 502;
    }

    /** Whether the subject token was not liked (RFC 8693 2.2.2). */
    boolean ofTheSubject() {
      return status == 400 && error.equals("invalid_request");
    }
  }
}
