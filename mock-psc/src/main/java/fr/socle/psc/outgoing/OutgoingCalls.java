package fr.socle.psc.outgoing;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import fr.socle.bench.spi.OutgoingTls;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls over HTTP/1.1, one client an identity, made when first used. No redirect is followed
 * and no answer longer than the limit is kept. Thread-safe.
 */
public final class OutgoingCalls {
  private static final String NOBODY = "";
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final OutgoingTls tls;
  private final Duration timeout;
  private final int longest;
  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

  /**
   * No call yet.
   *
   * @param tls certificates to present
   * @param timeout how long an answer may take
   * @param longest most bytes of a body that is kept
   */
  public OutgoingCalls(OutgoingTls tls, Duration timeout, int longest) {
    this.tls = tls;
    this.timeout = timeout;
    this.longest = longest;
  }

  /**
   * Makes a call and waits for its answer, whatever its status.
   *
   * @throws CallFailure when there is none
   */
  public Answer send(OutgoingCall call) throws CallFailure {
    HttpRequest request;
    try {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(call.to())
              .timeout(timeout)
              .method(
                  call.method(),
                  call.body().length == 0
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(call.body()));
      for (Header header : Forwarding.kept(call.headers())) {
        builder.header(header.name(), header.value());
      }
      request = builder.build();
    } catch (IllegalArgumentException e) {
      throw new CallFailure(CallFailure.Kind.BROKEN, "adresse ou en-tête impossible à transmettre");
    }
    return exchange(call, request);
  }

  private Answer exchange(OutgoingCall call, HttpRequest request) throws CallFailure {
    try {
      HttpResponse<InputStream> response =
          client(call.identity()).send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(longest + 1);
        if (bytes.length > longest) {
          throw new CallFailure(
              CallFailure.Kind.BROKEN, "la réponse dépasse " + longest + " octets");
        }
        return new Answer(response.statusCode(), headers(response), bytes);
      }
    } catch (ConnectException | UnresolvedAddressException e) {
      throw new CallFailure(CallFailure.Kind.UNREACHABLE, "connexion impossible");
    } catch (HttpConnectTimeoutException e) {
      throw new CallFailure(CallFailure.Kind.UNREACHABLE, "connexion trop longue");
    } catch (HttpTimeoutException e) {
      throw new CallFailure(
          CallFailure.Kind.LATE, "pas de réponse en " + timeout.toSeconds() + " s");
    } catch (IOException e) {
      throw new CallFailure(CallFailure.Kind.BROKEN, "échange interrompu : " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailure(CallFailure.Kind.BROKEN, "échange interrompu");
    }
  }

  private HttpClient client(@Nullable String identity) {
    return clients.computeIfAbsent(identity == null ? NOBODY : identity, this::open);
  }

  private HttpClient open(String identity) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .sslContext(tls.presenting(identity.equals(NOBODY) ? null : identity))
        .build();
  }

  private static Headers headers(HttpResponse<?> response) {
    List<Header> lines =
        response.headers().map().entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(one -> new Header(entry.getKey(), one)))
            .toList();
    return new Headers(Forwarding.kept(new Headers(lines)));
  }
}
