package fr.socle.psc.protocol;

import static fr.socle.psc.CibaOnPaper.correctRequest;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.http.Served;
import fr.socle.psc.CibaOnPaper;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManyCibaRequestsTest {
  private static final int MANY = 1_000;

  private final PscOnPaper psc = new PscOnPaper();
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @Test
  void areEachAnsweredForThemselves() {
    // Ids by how they end: accepted after 12 s, refused after 22 s, never answered
    Map<String, Integer> endings = new LinkedHashMap<>();
    for (int i = 0; i < MANY; i++) {
      endings.put(ciba.ask(), i % 3);
      if (i % 3 != 2) {
        ciba.answerIn(i % 3 == 0 ? 12 : 22, i % 3 == 0 ? "accepter" : "refuser");
      } else {
        ciba.answerIn(600, "accepter");
      }
    }
    assertThat(ciba.requests()).hasSize(MANY).allMatch(one -> one.status().equals("en-attente"));

    Map<String, List<String>> told = new LinkedHashMap<>();
    for (int second = 0; second <= 120; second += 5) {
      for (String id : endings.keySet()) {
        List<String> answers = told.computeIfAbsent(id, any -> new ArrayList<>());
        boolean over =
            !answers.isEmpty() && !answers.get(answers.size() - 1).equals("authorization_pending");
        if (!over) {
          JsonNode body = json(ciba.poll(id));
          answers.add(body.path("error").asText("jetons"));
        }
      }
      psc.traffic().clear();
      psc.clock.advance(Duration.ofSeconds(5));
    }

    endings.forEach(
        (id, ending) -> {
          List<String> answers = told.get(id);
          assertThat(answers).hasSize(List.of(4, 6, 25).get(ending));
          assertThat(answers.get(answers.size() - 1))
              .isEqualTo(List.of("jetons", "access_denied", "expired_token").get(ending));
          assertThat(answers.subList(0, answers.size() - 1)).containsOnly("authorization_pending");
        });
    assertThat(psc.state().sessions()).hasSize(334);
    psc.clock.advance(Duration.ofSeconds(15));
    ciba.ask();
    assertThat(ciba.requests()).hasSize(1);
  }

  @Test
  void areTakenUpToANumberAndNoneIsLostThen() {
    String first = ciba.ask();
    Served last = null;
    for (int i = 0; i < 10_000; i++) {
      last = ciba.ask(correctRequest());
      psc.traffic().clear();
    }

    assertThat(last.answer().status()).isEqualTo(503);
    assertThat(ciba.requests()).hasSize(10_000);
    ciba.answer("accepter");
    assertThat(json(ciba.poll(first)).has("access_token")).isTrue();
    psc.clock.advance(Duration.ofSeconds(135));
    assertThat(ciba.ask(correctRequest()).answer().status()).isEqualTo(200);
    assertThat(ciba.requests()).hasSize(1);
  }
}
