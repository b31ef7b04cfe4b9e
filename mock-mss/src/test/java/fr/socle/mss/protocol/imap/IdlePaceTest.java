package fr.socle.mss.protocol.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdlePaceTest {
  private final IdlePace pace = new IdlePace();
  private final List<Duration> later = new ArrayList<>();

  @Test
  void tellsTheFirstNewsAtOnce() {
    assertThat(pace.isTooSoon(later::add)).isFalse();
    assertThat(later).isEmpty();
  }

  @Test
  void keepsTheNextNewsTogetherAndComesBackOnceForThem() {
    pace.tells();

    assertThat(pace.isTooSoon(later::add)).isTrue();
    assertThat(pace.isTooSoon(later::add)).isTrue();
    assertThat(later)
        .singleElement()
        .satisfies(
            each -> assertThat(each).isBetween(Duration.ofMillis(1), Duration.ofMillis(501)));
    await().until(() -> !pace.isTooSoon(later::add));
  }
}
