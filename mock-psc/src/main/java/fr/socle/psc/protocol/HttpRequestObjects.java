package fr.socle.psc.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.socle.bench.http.LimitedBody;
import fr.socle.psc.service.RequestObjectSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads request objects over HTTP: 64 KiB and 5 seconds at most, no redirect followed, no proxy.
 * The certificate of the server is not verified (A), as for logout notices: the bench serves
 * software under test.
 */
public final class HttpRequestObjects implements RequestObjectSource {
  static final int LONGEST = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Duration patience;
  private @Nullable HttpClient client;

  /** With the usual patience. */
  public HttpRequestObjects() {
    this(PATIENCE);
  }

  HttpRequestObjects(Duration patience) {
    this.patience = patience;
  }

  @Override
  public String read(String address) throws UnreadableException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(patience)
            .header("Accept", "application/oauth-authz-req+jwt, application/jwt, */*")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(request, status -> new LimitedBody(LONGEST));
    try {
      // The body as well: the patience of the request ends with the head of the answer
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new UnreadableException(
            "elle répond " + response.statusCode() + " (une redirection n'est pas suivie)");
      }
      return new String(response.body(), US_ASCII).strip();
    } catch (TimeoutException e) {
      boolean unused = answer.cancel(true);
      throw new UnreadableException("elle ne répond pas en " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw new UnreadableException(reason(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableException("la lecture a été interrompue");
    }
  }

  private static String reason(@Nullable Throwable cause) {
    return cause instanceof LimitedBody.TooLongException
        ? "l'objet dépasse " + LONGEST + " octets"
        : "la connexion échoue";
  }

  // Made at the first address: most spaces never read any
  private synchronized HttpClient client() {
    if (client == null) {
      client = AnyCertificate.client(patience);
    }
    return client;
  }
}
