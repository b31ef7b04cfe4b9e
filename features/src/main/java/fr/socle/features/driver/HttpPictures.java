package fr.socle.features.driver;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a driver for the picture of a screen. What goes wrong here is never told of the LPS nor of
 * its driver: there is then no picture. A driver that does not answer in time is not asked again.
 */
final class HttpPictures {
  private final HttpClient http;
  private final String base;
  private final Duration limit;
  private volatile boolean givenUp;

  /**
   * Pictures of a driver.
   *
   * @param base address before {@code /actions}
   * @param limit how long one picture may take, its last byte included
   */
  HttpPictures(HttpClient http, String base, Duration limit) {
    this.http = http;
    this.base = base;
    this.limit = limit;
  }

  /** The picture of an action that has ended. */
  Optional<Picture> of(String actionId) {
    if (givenUp) {
      return Optional.empty();
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/actions/" + actionId + "/capture"))
            .timeout(limit)
            .header("Accept", "image/png, image/jpeg, image/webp")
            .GET()
            .build();
    CompletableFuture<Optional<Picture>> picture =
        http.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(HttpPictures::picture);
    try {
      return picture.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      givenUp = true;
      picture.cancel(true);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Picture> picture(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      return answer.statusCode() == 200
          ? Picture.of(body.readNBytes(Picture.MOST + 1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // cut on the way: no picture
    }
  }
}
