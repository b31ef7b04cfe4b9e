package fr.socle.features.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drives an LPS over HTTP, as {@code docs/pilote.md} says. */
final class HttpDriver implements LpsDriver {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);
  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final Duration PICTURE_LIMIT = Duration.ofSeconds(5);

  private final Capabilities.LpsIdentity lps;
  private final String base;
  private final Duration limit;
  private final ResultReader reader;
  private final HttpClient http;
  private final HttpPictures pictures;
  private volatile @Nullable String ended;

  /**
   * A driver at an address.
   *
   * @param lps the software, for a driver that does not name it yet
   * @param base address before {@code /capabilities} and {@code /actions}
   * @param limit time one action may take
   * @param schemas schemas of the contract
   */
  HttpDriver(Capabilities.LpsIdentity lps, URI base, Duration limit, ActionSchemas schemas) {
    this.lps = lps;
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.limit = limit;
    this.reader = new ResultReader(schemas);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.pictures = new HttpPictures(http, this.base, PICTURE_LIMIT);
  }

  @Override
  public Capabilities capabilities() {
    HttpResponse<byte[]> answer = send("GET", "/capabilities", null, limit);
    return switch (answer.statusCode()) {
      case 200 -> reader.capabilities(answer.body());
      // Not implemented, like everything else: a driver that is being written offers nothing yet.
      case 501 -> new Capabilities(Capabilities.CONTRACT, lps, List.of(), List.of());
      default -> throw unexpected("GET /capabilities", answer, "200 et les capacités");
    };
  }

  @Override
  public ActionAnswer perform(String action, ObjectNode input) {
    ended = null;
    long deadline = System.nanoTime() + limit.toNanos();
    String path = "/actions/" + action;
    HttpResponse<byte[]> answer = send("POST", path, input.toString(), limit);
    switch (answer.statusCode()) {
      case 202 -> {
        return awaitResult(action, id(action, answer), deadline);
      }
      case 404 ->
          throw new ActionNotImplementedException(
              action, "Le pilote ne connaît pas l'action « " + action + " ».");
      case 501 -> throw new ActionNotImplementedException(action, notImplemented(action, answer));
      default -> throw unexpected("POST " + path, answer, "202 et un identifiant");
    }
  }

  @Override
  public Optional<Picture> picture() {
    String last = ended;
    return last == null ? Optional.empty() : pictures.of(last);
  }

  private ActionAnswer awaitResult(String action, String id, long deadline) {
    String path = "/actions/" + id;
    for (Duration left = left(deadline); !left.isZero(); left = left(deadline)) {
      Duration poll = left.compareTo(LONGEST_POLL) < 0 ? left : LONGEST_POLL;
      long seconds = Math.max(1, poll.toSeconds());
      HttpResponse<byte[]> answer =
          send("GET", path + "?attente=" + seconds, null, Duration.ofSeconds(seconds).plus(MARGIN));
      switch (answer.statusCode()) {
        case 200 -> {
          ended = id;
          return reader.result(action, answer.body());
        }
        case 204 -> {}
        default -> throw unexpected("GET " + path, answer, "200 et le résultat, ou 204");
      }
    }
    throw new DriverFailedException(
        "Le pilote n'a pas terminé l'action « %s » en %d s : regardez le LPS, ou augmentez « delai »"
                .formatted(action, limit.toSeconds())
            + " dans lps.yaml.");
  }

  private String id(String action, HttpResponse<byte[]> answer) {
    String id =
        reader.tree(answer.body(), "l'acceptation de « " + action + " »").path("id").asText();
    if (!id.matches("[A-Za-z0-9._~-]+")) {
      throw new DriverFailedException(
          "Le pilote doit rendre avec 202 un membre « id » fait de lettres, de chiffres et de -._~"
              + " : trouvé « "
              + id
              + " ».");
    }
    return id;
  }

  private String notImplemented(String action, HttpResponse<byte[]> answer) {
    String said = text(answer);
    return "Le pilote ne sait pas encore faire l'action « %s »%s."
        .formatted(action, said.isEmpty() ? "" : " : " + said);
  }

  private DriverFailedException unexpected(
      String call, HttpResponse<byte[]> answer, String expected) {
    String said = text(answer);
    return new DriverFailedException(
        "Le pilote répond %d à %s%s ; attendu : %s."
            .formatted(
                answer.statusCode(), call, said.isEmpty() ? "" : " (" + said + ")", expected));
  }

  private String text(HttpResponse<byte[]> answer) {
    if (answer.body().length == 0) {
      return "";
    }
    try {
      return reader.tree(answer.body(), "sa réponse").path("message").asText();
    } catch (DriverFailedException e) {
      String body = new String(answer.body(), StandardCharsets.UTF_8).strip();
      return body.length() > 200 ? body.substring(0, 200) + "…" : body;
    }
  }

  private HttpResponse<byte[]> send(
      String method, String path, @Nullable String body, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .header("Accept", "application/json");
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json; charset=utf-8")
          .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new DriverFailedException(
          "Le pilote à l'adresse %s ne répond pas à %s %s : est-il lancé, et « url » est-elle juste"
                  .formatted(base, method, path)
              + " dans lps.yaml ?",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DriverFailedException("L'attente du pilote a été interrompue.", e);
    }
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }
}
