package fr.socle.psc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.http.Parameters;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser and the server behind it, in plain HTTP over TLS: nothing is done for the test. */
final class WireBrowser {
  private static final JsonMapper JSON = new JsonMapper();

  private final SpaceDescriptor space;
  private final HttpClient client;

  WireBrowser(SpaceDescriptor space) throws Exception {
    this(space, null);
  }

  /** One that presents a certificate; null for none. */
  WireBrowser(SpaceDescriptor space, String identity) throws Exception {
    this.space = space;
    this.client =
        HttpClient.newBuilder()
            .sslContext(Trust.of(space, identity))
            .cookieHandler(new CookieManager())
            .build();
  }

  /** The correct request of a standard client, with some parameters more; null takes one away. */
  static Map<String, String> request(String... more) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", "lps-demo");
    parameters.put("redirect_uri", PscOnPaper.REDIRECT);
    parameters.put("scope", "openid");
    parameters.put("state", PscOnPaper.STATE);
    for (int at = 0; at < more.length; at += 2) {
      if (more[at + 1] == null) {
        parameters.remove(more[at]);
      } else {
        parameters.put(more[at], more[at + 1]);
      }
    }
    return parameters;
  }

  HttpResponse<String> get(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> authorize(Map<String, String> parameters) throws Exception {
    return get(url("psc.authorization") + "?" + PscOnPaper.encode(parameters));
  }

  HttpResponse<String> post(String address, Map<String, String> form, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(PscOnPaper.encode(form)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A token request with the secret in the header. */
  HttpResponse<String> token(Map<String, String> form) throws Exception {
    return postAs("lps-demo", secret(), url("psc.token"), form);
  }

  /** A request of a client with its secret in the header. */
  HttpResponse<String> postAs(
      String clientId, String secret, String address, Map<String, String> form) throws Exception {
    String pair = clientId + ":" + secret;
    return post(
        address,
        form,
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  HttpResponse<String> exchange(String code) throws Exception {
    return token(PscOnPaper.codeForm(code));
  }

  HttpResponse<String> userinfo(String access) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url("psc.userinfo")))
            .header("Authorization", "Bearer " + access)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Tokens of a login that ends without a page. */
  JsonNode tokens(Map<String, String> request) throws Exception {
    return json(exchange(returned(authorize(request)).get("code")));
  }

  String url(String name) {
    return space.urls().get(name);
  }

  String secret() {
    return space.clients().get(0).clientSecret();
  }

  /** Parameters in the query of a redirect to the client. */
  static Map<String, String> returned(HttpResponse<String> answer) {
    String location =
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    Map<String, String> parameters = new LinkedHashMap<>();
    Parameters.parse(URI.create(location).getRawQuery())
        .list()
        .forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
    return parameters;
  }

  static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
