package fr.socle.features.driver;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.features.driver.DriverCheck.Result;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries what only HTTP has: status codes, refusals, the long poll. */
final class HttpProbe {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration POLL_MARGIN = Duration.ofSeconds(3);

  private final String base;
  private final Duration limit;
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  HttpProbe(URI base, Duration limit) {
    this.base = base.toString().replaceAll("/$", "");
    this.limit = limit;
  }

  List<Result> run(Capabilities capabilities) {
    List<Result> results = new ArrayList<>();
    results.add(
        expect(
            "Action inconnue",
            "POST",
            "/actions/action-qui-n-existe-pas",
            "{}",
            List.of(404, 501),
            "Répondez 404 à une action que le contrat ne connaît pas, 501 à celle que vous ne faites"
                + " pas."));
    ActionSchemas.ACTIONS.stream()
        .filter(action -> !capabilities.offers(action))
        .findFirst()
        .ifPresent(
            action ->
                results.add(
                    expect(
                        "Action non annoncée (" + action + ")",
                        "POST",
                        "/actions/" + action,
                        "{}",
                        List.of(404, 501),
                        "Répondez 501 à une action que vous n'annoncez pas.")));
    if (!capabilities.actions().isEmpty()) {
      String action = capabilities.actions().get(0);
      results.add(
          expect(
              "Membre inconnu refusé (" + action + ")",
              "POST",
              "/actions/" + action,
              "{\"membreQuiNExistePas\":true}",
              List.of(400),
              "Refusez par 400 et un message une entrée qui porte un membre inconnu."));
      results.add(
          expect(
              "Entrée illisible refusée (" + action + ")",
              "POST",
              "/actions/" + action,
              "{",
              List.of(400),
              "Refusez par 400 et un message une entrée qui n'est pas du JSON."));
    }
    results.add(
        expect(
            "Identifiant d'action inconnu",
            "GET",
            "/actions/identifiant-inconnu?attente=1",
            null,
            List.of(404),
            "Répondez 404 à un identifiant d'action que vous n'avez pas donné."));
    longPoll(capabilities).ifPresent(results::add);
    return results;
  }

  /** Asks for a harmless action and polls it with the shortest wait. */
  private Optional<Result> longPoll(Capabilities capabilities) {
    if (!capabilities.offers("reinitialiser")) {
      return Optional.empty();
    }
    String name = "Attente longue";
    String mend =
        "Répondez à GET /actions/{id}?attente=1 au plus tard après une seconde : 200 et le résultat,"
            + " ou 204 si l'action continue.";
    try {
      HttpResponse<String> accepted = send("POST", "/actions/reinitialiser", "{}", limit);
      String id = json.readTree(accepted.body()).path("id").asText();
      long before = System.nanoTime();
      HttpResponse<String> polled =
          send("GET", "/actions/" + id + "?attente=" + POLL.toSeconds(), null, limit);
      Duration took = Duration.ofNanos(System.nanoTime() - before);
      boolean ok =
          List.of(200, 204).contains(polled.statusCode())
              && took.compareTo(POLL.plus(POLL_MARGIN)) <= 0;
      String found = "%d en %d ms".formatted(polled.statusCode(), took.toMillis());
      return Optional.of(ok ? Result.ok(name, found) : Result.ko(name, found, mend));
    } catch (IOException e) {
      return Optional.of(Result.ko(name, "pas de réponse lisible", mend));
    }
  }

  private Result expect(
      String name,
      String method,
      String path,
      @Nullable String body,
      List<Integer> allowed,
      String mend) {
    try {
      int status = send(method, path, body, limit).statusCode();
      String found = "réponse " + status;
      return allowed.contains(status) ? Result.ok(name, found) : Result.ko(name, found, mend);
    } catch (IOException e) {
      return Result.ko(name, "pas de réponse", mend);
    }
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String body, Duration timeout) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
