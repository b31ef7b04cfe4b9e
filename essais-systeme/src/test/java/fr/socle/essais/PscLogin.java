package fr.socle.essais;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * The relying party {@code lps-demo} without a browser: the login must have been announced to the
 * bench before ({@code next-login}).
 */
public final class PscLogin {
  private static final String REDIRECT = "http://127.0.0.1:9/retour";

  private final String authorization;
  private final String token;
  private final HttpClient http;
  private final ClientDescription party;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * A relying party.
   *
   * @param http client that trusts the bench and follows no redirect
   */
  public PscLogin(SpaceDescriptor space, HttpClient http) {
    this(
        http,
        space.urls().get("psc.authorization"),
        space.urls().get("psc.token"),
        space.clients().stream()
            .filter(c -> c.clientId().equals("lps-demo"))
            .findFirst()
            .orElseThrow());
  }

  /** The same at any provider that logs in without a page. */
  public PscLogin(HttpClient http, String authorization, String token, ClientDescription party) {
    this.http = http;
    this.authorization = authorization;
    this.token = token;
    this.party = party;
  }

  /** Value of its {@code Authorization} header. */
  public String basic() {
    String pair = party.clientId() + ":" + party.clientSecret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Address of an authorization request. */
  public String authorization(String redirect) {
    return authorization
        + "?response_type=code&scope=openid%20scope_all&acr_values=eidas1&state="
        + UUID.randomUUID()
        + "&nonce="
        + UUID.randomUUID()
        + "&client_id="
        + party.clientId()
        + "&redirect_uri="
        + encoded(redirect);
  }

  /** Logs in and gives the answer of the token endpoint. */
  public JsonNode tokens() throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(authorization(REDIRECT))).build(),
            BodyHandlers.discarding());
    String location = answer.headers().firstValue("Location").orElseThrow();
    String code =
        URLDecoder.decode(
            location.replaceAll(".*[?&]code=([^&]+).*", "$1"), StandardCharsets.UTF_8);
    return json.readTree(
        ask("grant_type=authorization_code&code="
                + encoded(code)
                + "&redirect_uri="
                + encoded(REDIRECT))
            .body());
  }

  /** Renews tokens. */
  public HttpResponse<byte[]> refresh(String refreshToken)
      throws IOException, InterruptedException {
    return ask("grant_type=refresh_token&refresh_token=" + encoded(refreshToken));
  }

  private HttpResponse<byte[]> ask(String form) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(token))
            .header("Authorization", basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
