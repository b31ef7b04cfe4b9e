package fr.socle.lps.pilote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.Driver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LongPollTest {

  private static final Identification SOMEONE = new Identification("Essai", "1.0", "Socle");

  @Test
  void answersNothingYetWhileTheActRunsThenItsResult() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    UserAction slow =
        UserAction.of(
            "relever-mss",
            input ->
                () -> {
                  end.await();
                  return Outcome.refused(Outcome.nothing(), 3, "Rien à relever.");
                });
    try (PiloteServer server = PiloteServer.start(0, SOMEONE, List.of(slow))) {
      Driver driver = new Driver(server.url());
      String id = Driver.json(driver.post("relever-mss", "{}")).path("id").asText();

      assertThat(driver.get("/actions/" + id).statusCode()).isEqualTo(204);
      CompletableFuture<JsonNode> waiting =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Driver.json(driver.get("/actions/" + id + "?attente=20"));
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      end.countDown();

      JsonNode result = waiting.get();
      assertThat(result.path("statut").asText()).isEqualTo("refuse");
      assertThat(result.path("etapes").asInt()).isEqualTo(3);
      assertThat(result.path("message").asText()).isEqualTo("Rien à relever.");
      assertThat(result.path("vu").isObject()).isTrue();
    }
  }

  @Test
  void endsAnActThatBreaksInsteadOfLeavingTheDriverWaiting() throws Exception {
    UserAction broken =
        UserAction.of(
            "relever-mss",
            input ->
                () -> {
                  throw new IllegalStateException("défaut");
                });
    try (PiloteServer server = PiloteServer.start(0, SOMEONE, List.of(broken))) {
      JsonNode result = new Driver(server.url()).perform("relever-mss", "{}");

      assertThat(result.path("statut").asText()).isEqualTo("echec");
      assertThat(result.path("message").asText()).startsWith("Erreur interne du logiciel");
      assertThat(result.has("vu")).isFalse();
    }
  }

  @Test
  void performsTheActsOfOneUserInTheOrderTheyWereAsked() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    CountDownLatch end = new CountDownLatch(1);
    UserAction first =
        UserAction.of(
            "relever-mss",
            input ->
                () -> {
                  end.await();
                  order.add(1);
                  return Outcome.done(Outcome.nothing(), 1);
                });
    UserAction second =
        UserAction.of(
            "repondre-mss",
            input ->
                () -> {
                  order.add(2);
                  return Outcome.done(Outcome.nothing(), 1);
                });
    try (PiloteServer server = PiloteServer.start(0, SOMEONE, List.of(first, second))) {
      Driver driver = new Driver(server.url());
      driver.post("relever-mss", "{}");
      String id = Driver.json(driver.post("repondre-mss", "{}")).path("id").asText();
      end.countDown();

      assertThat(driver.get("/actions/" + id + "?attente=20").statusCode()).isEqualTo(200);
      assertThat(order).containsExactly(1, 2);
    }
  }
}
