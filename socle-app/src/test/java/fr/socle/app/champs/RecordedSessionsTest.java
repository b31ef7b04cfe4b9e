package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.TlsFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordedSessionsTest {
  private final List<RawExchange> journal = new ArrayList<>();

  private void heard(String said, String answer, @Nullable Refusal refusal) {
    Exchange exchange = Hotline.exchange(journal.size() + 1, said, refusal);
    journal.add(
        new RawExchange(
            exchange,
            said.getBytes(StandardCharsets.US_ASCII),
            answer.getBytes(StandardCharsets.US_ASCII),
            false));
  }

  private List<List<String>> sessions(String greeting) {
    return new RecordedSessions(
            exchange -> journal.get((int) exchange.sequence() - 1),
            exchange -> new Hotline(greeting),
            exchange -> TlsFacts.clear())
        .of(journal.stream().map(RawExchange::exchange).toList()).stream()
            .map(
                script ->
                    script.said().stream()
                        .map(said -> Objects.toString(said.exchange().transaction()))
                        .toList())
            .toList();
  }

  @Test
  void aSessionBeginsWithTheGreeting() {
    heard("A", "hello\r\nok\r\n", null);
    heard("B", "ok\r\n", null);
    heard("C", "hello\r\nok\r\n", null);
    assertThat(sessions("hello\r\n")).containsExactly(List.of("A", "B"), List.of("C"));
  }

  @Test
  void whatBeganBeforeTheWindowIsLeftOut() {
    heard("A", "ok\r\n", null);
    heard("B", "hello\r\nok\r\n", null);
    assertThat(sessions("hello\r\n")).containsExactly(List.of("B"));
  }

  @Test
  void aSessionWithARefusalIsLeftOut() {
    heard("A", "hello\r\nok\r\n", null);
    heard("B", "no\r\n", new Refusal("non", "Non."));
    heard("C", "hello\r\nok\r\n", null);
    assertThat(sessions("hello\r\n")).containsExactly(List.of("C"));
  }

  @Test
  void aServiceThatSaysNothingFirstHasNoSessions() {
    heard("A", "ok\r\n", null);
    assertThat(sessions("")).isEmpty();
  }

  @Test
  void whatTheServiceSaidByItselfIsNotSaidAgain() {
    heard("A", "hello\r\nok\r\n", null);
    heard("", "news\r\n", null);
    assertThat(sessions("hello\r\n")).containsExactly(List.of("A"));
  }
}
