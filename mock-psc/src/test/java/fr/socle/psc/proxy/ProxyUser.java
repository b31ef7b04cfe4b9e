package fr.socle.psc.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.psc.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A software that calls a proxy with the JDK alone. */
final class ProxyUser {
  private static final JsonMapper JSON = new JsonMapper();

  private final String base;
  private final HttpClient http;
  private String cookie = "";

  ProxyUser(SpaceDescriptor space) throws Exception {
    this.base = space.urls().get("psc.proxy");
    this.http = HttpClient.newBuilder().sslContext(Trust.of(space, null)).build();
  }

  HttpResponse<String> connect(String nationalId, String clientId) throws Exception {
    HttpResponse<String> answer =
        send(
            "POST",
            "/connect",
            "{\"nationalId\":\""
                + nationalId
                + "\",\"bindingMessage\":\"42\",\"clientId\":\""
                + clientId
                + "\",\"channel\":\"MOBILE\"}");
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(line -> cookie = line.substring(0, line.indexOf(';')));
    return answer;
  }

  HttpResponse<String> disconnect() throws Exception {
    return send("DELETE", "/disconnect", "");
  }

  void forgetCookie() {
    cookie = "";
  }

  void keepCookie(String session) {
    cookie = "proxy_session_id=" + session;
  }

  HttpResponse<String> send(String method, String target, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
