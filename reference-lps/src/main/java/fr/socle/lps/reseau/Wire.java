package fr.socle.lps.reseau;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieHandler;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with three bounds: the time to connect, the time of the whole answer, the size of its body.
 * Never follows a redirect by itself. Thread-safe.
 */
public final class Wire {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LARGEST_BODY = 1 << 20;

  private final HttpClient client;
  private final Duration patience;
  private final int largest;

  private Wire(HttpClient client, Duration patience, int largest) {
    this.client = client;
    this.patience = patience;
    this.largest = largest;
  }

  /** The same, which reads answers up to that many bytes: those that carry documents. */
  public Wire upTo(int bytes) {
    return new Wire(client, patience, bytes);
  }

  /**
   * @param tls whom to trust and which certificate to present
   * @param patience how long a whole answer may take
   * @param cookies where cookies are kept, null for none
   */
  public static Wire of(SSLContext tls, Duration patience, @Nullable CookieHandler cookies) {
    return of(tls, Tls.VERSIONS, patience, cookies);
  }

  /**
   * The same, with other versions of TLS.
   *
   * @param versions names of the versions spoken
   */
  public static Wire of(
      SSLContext tls, List<String> versions, Duration patience, @Nullable CookieHandler cookies) {
    SSLParameters spoken = new SSLParameters();
    spoken.setProtocols(versions.toArray(String[]::new));
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .sslContext(tls)
            .sslParameters(spoken);
    if (cookies != null) {
      builder.cookieHandler(cookies);
    }
    return new Wire(builder.build(), patience, LARGEST_BODY);
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @throws Unreachable when no whole answer came back; its message says why, in French
   */
  public Answer send(HttpRequest request) throws Unreachable, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, info -> new BoundedBody(largest));
    try {
      HttpResponse<byte[]> response = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(
          response.statusCode(),
          Answer.mediaType(type),
          Answer.boundary(type),
          response.headers().firstValue("Location"),
          response.body(),
          response.uri());
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new Unreachable("pas de réponse en " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new Unreachable(reason(e.getCause()), e);
    }
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof ConnectException) {
      return "connexion impossible";
    }
    if (cause instanceof HttpTimeoutException) {
      return "pas de réponse dans le délai";
    }
    if (cause instanceof SSLException) {
      return "liaison TLS refusée";
    }
    if (cause instanceof TooLarge) {
      return "réponse trop grande";
    }
    return "liaison interrompue";
  }

  /** No whole answer came back; the message is a short French reason. */
  public static final class Unreachable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreachable(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  private static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;
  }

  /** Collects a body and gives up when it grows over the bound. */
  private static final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final int largest;
    private long received;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int largest) {
      this.largest = largest;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      whole.onSubscribe(given);
      whole.getBody().thenAccept(result::complete);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      buffers.forEach(buffer -> received += buffer.remaining());
      if (received > largest) {
        if (subscription != null) {
          subscription.cancel();
        }
        result.completeExceptionally(new TooLarge());
        return;
      }
      whole.onNext(buffers);
    }

    @Override
    public void onError(Throwable error) {
      result.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
      whole.onComplete();
    }
  }
}
