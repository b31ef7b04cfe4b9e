package fr.socle.lps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A driver as the suite has one: posts actions and waits for their results, over HTTP. */
public final class Driver {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  public Driver(URI base) {
    this.base = base;
  }

  /** Single quotes stand for double quotes. */
  public HttpResponse<String> post(String action, String input) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + "/actions/" + action))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(input.replace('\'', '"')))
            .build(),
        BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
  }

  /** Performs an action to its end and gives the result object. */
  public JsonNode perform(String action, String input) throws Exception {
    HttpResponse<String> accepted = post(action, input);
    if (accepted.statusCode() != 202) {
      throw new AssertionError(accepted.statusCode() + " " + accepted.body());
    }
    String id = json(accepted).path("id").asText();
    HttpResponse<String> result = get("/actions/" + id + "?attente=25");
    if (result.statusCode() != 200) {
      throw new AssertionError(result.statusCode() + " " + result.body());
    }
    return json(result);
  }

  public static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }
}
