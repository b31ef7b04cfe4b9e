package fr.socle.psc.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.psc.service.BackChannel;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Posts to relying parties over HTTP. Their certificate is not verified (A): the bench serves
 * software under test, which seldom has one that anybody trusts, and what is posted is worth
 * nothing to anybody else. Redirects are not followed.
 */
public final class HttpBackChannel implements BackChannel {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private @Nullable HttpClient client;

  @Override
  public CompletableFuture<Integer> post(String address, Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
            .build();
    return client()
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  // Made when the first session ends: most spaces never tell anybody
  private synchronized HttpClient client() {
    if (client == null) {
      client = AnyCertificate.client(PATIENCE);
    }
    return client;
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
