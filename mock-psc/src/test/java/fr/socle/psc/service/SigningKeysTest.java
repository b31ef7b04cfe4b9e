package fr.socle.psc.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.bench.pki.KeyReserve;
import fr.socle.psc.service.SigningKeys.SigningKey;
import java.security.KeyPair;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys that requests need are there before a request asks for them. */
class SigningKeysTest {
  private static List<KeyPair> pairs;

  private final AtomicInteger made = new AtomicInteger();

  @BeforeAll
  static void makePairs() {
    pairs = Stream.generate(KeyReserve.unkept()).limit(7).toList();
  }

  private Supplier<KeyPair> counted() {
    Queue<KeyPair> left = new ArrayDeque<>(pairs);
    return () -> {
      synchronized (left) {
        made.incrementAndGet();
        return left.remove();
      }
    };
  }

  @Test
  void makesWhatRequestsNeedBeforeTheyAsk() {
    Supplier<KeyPair> maker = counted();
    SigningKeys keys = new SigningKeys(maker, new SpareKeys(maker));

    await().until(() -> made.get() == 4);

    SigningKey current = keys.current();
    List<SigningKey> others = List.of(keys.encryption(), keys.stranger());
    assertThat(made).hasValue(4);
    keys.rotate(true);
    assertThat(others).doesNotContain(current, keys.current()).doesNotHaveDuplicates();
    assertThat(keys.current()).isNotEqualTo(current);
    await().until(() -> made.get() == 5); // the one after
  }

  @Test
  void makesOneKeyForEachFurtherSpace() {
    Supplier<KeyPair> maker = counted();
    SpareKeys spares = new SpareKeys(maker);
    SigningKeys one = new SigningKeys(maker, spares);
    await().until(() -> made.get() == 4);

    SigningKeys other = new SigningKeys(maker, spares);

    assertThat(other.current()).isNotEqualTo(one.current());
    assertThat(other.encryption()).isSameAs(one.encryption());
    assertThat(other.stranger()).isSameAs(one.stranger());
    assertThat(made).hasValue(5);
    other.rotate(false);
    one.rotate(false);
    assertThat(other.current()).isNotEqualTo(one.current());
  }

  @Test
  void publishesTheShortKeyOnceHoweverOftenItSigns() {
    SigningKeys keys = new SigningKeys(counted());

    SigningKey weak = keys.weak();

    assertThat(keys.weak()).isSameAs(weak);
    assertThat((List<?>) keys.jwks().get("keys"))
        .extracting(key -> (Object) ((Map<?, ?>) key).get("kid"))
        .containsExactly(weak.id(), keys.current().id());
  }
}
