package fr.socle.essais.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.essais.hostile.BadInput.Kept;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * True tokens with their signature taken off ({@code alg: none}), everywhere Pro Santé Connect
 * reads one.
 */
final class TokenInputs {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Door backChannel;
  private final Door wallet;
  private final String authorization;
  private final String access;
  private final String id;
  private final String refresh;

  /**
   * The forged tokens.
   *
   * @param authorization header line by which a client is let in at the back channel
   * @param tokens answer of the token endpoint that opened a session
   */
  TokenInputs(Door backChannel, Door wallet, String authorization, JsonNode tokens) {
    this.backChannel = backChannel;
    this.wallet = wallet;
    this.authorization = authorization;
    this.access = unsigned(tokens.path("access_token").asText());
    this.id = unsigned(tokens.path("id_token").asText());
    this.refresh = unsigned(tokens.path("refresh_token").asText());
  }

  List<BadInput> all() {
    return List.of(
        post(
            "userinfo, header",
            "userinfo",
            "Authorization: Bearer " + access + "\r\n",
            "",
            401,
            "invalid_token",
            "WWW-Authenticate: Bearer "),
        post(
            "userinfo, body",
            "userinfo",
            "",
            form("access_token", access),
            401,
            "invalid_token",
            "WWW-Authenticate: Bearer "),
        // RFC 7662 2.2 and RFC 7009 2.2: a token that is worth nothing is not an error here.
        post(
            "introspection",
            "token/introspect",
            authorization,
            form("token", access),
            200,
            null,
            "{\"active\":false}"),
        post("revocation", "revoke", authorization, form("token", refresh), 200, null, ""),
        post(
            "refresh",
            "token",
            authorization,
            form("grant_type", "refresh_token", "refresh_token", refresh),
            400,
            "invalid_grant",
            "\"error\":\"invalid_grant\""),
        post(
            "client assertion",
            "token",
            "",
            form(
                "grant_type",
                "authorization_code",
                "code",
                "inconnu",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                id),
            401,
            "invalid_client",
            "\"error\":\"invalid_client\""),
        post(
            "logout, id_token_hint",
            "logout",
            "",
            form("id_token_hint", id),
            400,
            "invalid_request",
            "Déconnexion impossible"),
        requestObject(id));
  }

  private BadInput requestObject(String token) {
    String query =
        form(
            "client_id", "lps-demo",
            "redirect_uri", "http://127.0.0.1:9/retour",
            "response_type", "code",
            "scope", "openid scope_all",
            "state", "etat",
            "nonce", "alea",
            "acr_values", "eidas1",
            "request", token);
    byte[] request =
        (wallet.head("GET", wallet.address().getRawPath() + "?" + query, "") + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    return new BadInput(
        "alg none: authorization, request object",
        wallet.listener(),
        () -> wallet.ask(request),
        seen ->
            assertThat(seen)
                .startsWith("HTTP/1.1 302 ")
                .contains("Location: http://127.0.0.1:9/retour?", "error=invalid_request_object")
                .doesNotContain("code="),
        Kept.http(302, "invalid_request_object"));
  }

  private BadInput post(
      String where,
      String path,
      String header,
      String body,
      int status,
      String refusal,
      String told) {
    Door door = backChannel.at("/" + path);
    Consumer<String> seen =
        answer -> assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains(told);
    return new BadInput(
        "alg none: " + where,
        door.listener(),
        () -> door.ask(door.post(FORM, header, body)),
        seen,
        Kept.http(status, refusal));
  }

  /** The same claims, signed by nobody. */
  private static String unsigned(String jwt) {
    String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + jwt.split("\\.", -1)[1]
        + ".";
  }

  static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=');
      form.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }
}
