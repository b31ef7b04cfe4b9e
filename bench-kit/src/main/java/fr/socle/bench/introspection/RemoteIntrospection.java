package fr.socle.bench.introspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.http.LimitedBody;
import fr.socle.bench.spi.OutgoingTls;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks Pro Santé Connect by its introspection endpoint, RFC 7662, wherever it is: 64 KiB and ten
 * seconds at most, body included. Thread-safe.
 */
public final class RemoteIntrospection implements TokenIntrospection {
  static final int LONGEST = 64 * 1024;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI address;
  private final String authorization;
  private final Duration patience;

  private RemoteIntrospection(
      HttpClient http, URI address, String authorization, Duration patience) {
    this.http = http;
    this.address = address;
    this.authorization = authorization;
    this.patience = patience;
  }

  /**
   * Asks at an address.
   *
   * @param there whom
   * @param listeners addresses of the listeners of the space, which the address may name in braces
   * @param tls certificates to trust
   * @throws IllegalArgumentException with a French sentence for an address that is none
   */
  public static RemoteIntrospection at(
      IntrospectionSettings there, Map<String, String> listeners, OutgoingTls tls) {
    return at(there, listeners, tls, PATIENCE);
  }

  static RemoteIntrospection at(
      IntrospectionSettings there,
      Map<String, String> listeners,
      OutgoingTls tls,
      Duration patience) {
    String url = there.url();
    for (Map.Entry<String, String> listener : listeners.entrySet()) {
      url = url.replace("{" + listener.getKey() + "}", listener.getValue());
    }
    if (!url.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+(/[A-Za-z0-9._~!$&'()*+,;=:@%/?\\-]*)?")) {
      throw new IllegalArgumentException(
          "Réglage "
              + there.service()
              + ".introspection-url="
              + there.url()
              + " : donnez une adresse http ou https, ou {psc.backchannel} suivi du chemin.");
    }
    String pair =
        URLEncoder.encode(there.client(), UTF_8) + ":" + URLEncoder.encode(there.secret(), UTF_8);
    return new RemoteIntrospection(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .sslContext(tls.presenting(null))
            .build(),
        URI.create(url),
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)),
        patience);
  }

  @Override
  public Standing introspect(String token) throws UnreachableException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString("token=" + URLEncoder.encode(token, UTF_8)))
            .build();
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(request, status -> new LimitedBody(LONGEST));
    try {
      // The body as well: the patience of the request ends with the head of the answer
      return standing(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      boolean unused = asked.cancel(true);
      throw unreachable("ne finit pas de répondre");
    } catch (ExecutionException e) {
      throw unreachable(
          e.getCause() instanceof LimitedBody.TooLongException
              ? "répond plus de " + LONGEST + " octets"
              : "ne répond pas");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("L'introspection du jeton est interrompue (simulateur).");
    }
  }

  private Standing standing(HttpResponse<byte[]> answer) throws UnreachableException {
    if (answer.statusCode() != 200) {
      throw new UnreachableException(
          "L'introspection du jeton répond " + answer.statusCode() + " (simulateur).");
    }
    try {
      JsonNode said = JSON.readTree(answer.body());
      // psc.md 2.5: SubjectNameID may be absent
      String nationalId = text(said, "SubjectNameID");
      return new Standing(
          // A refresh token is known too, and opens no service: its typ says so
          said.path("active").asBoolean(false) && !"Refresh".equals(text(said, "typ")),
          nationalId == null ? text(said, "preferred_username") : nationalId);
    } catch (IOException e) {
      throw unreachable("ne répond pas de JSON");
    }
  }

  private UnreachableException unreachable(String how) {
    return new UnreachableException(
        "L'introspection du jeton "
            + how
            + " à "
            + address.getScheme()
            + "://"
            + address.getHost()
            + ":"
            + address.getPort()
            + " (simulateur).");
  }

  private static @Nullable String text(JsonNode body, String member) {
    return body.path(member).isTextual() ? body.path(member).asText() : null;
  }
}
