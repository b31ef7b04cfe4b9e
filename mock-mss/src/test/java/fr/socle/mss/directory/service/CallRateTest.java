package fr.socle.mss.directory.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallRateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void seventeenCallsPassInASecondAndNoMore() {
    CallRate rate = new CallRate(17, Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(IntStream.range(0, 17)).allMatch(each -> rate.takes());
    assertThat(rate.takes()).isFalse();
  }

  @Test
  void aSecondLaterTheyPassAgain() {
    Instant[] now = {NOW};
    CallRate rate =
        new CallRate(
            1,
            new Clock() {
              @Override
              public Instant instant() {
                return now[0];
              }

              @Override
              public ZoneOffset getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(java.time.ZoneId zone) {
                return this;
              }
            });
    assertThat(rate.takes()).isTrue();
    now[0] = NOW.plus(Duration.ofMillis(999));
    assertThat(rate.takes()).isFalse();
    now[0] = NOW.plus(Duration.ofSeconds(1));
    assertThat(rate.takes()).isTrue();
  }

  @Test
  void withoutLimitAllPass() {
    CallRate rate = new CallRate(0, Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(IntStream.range(0, 1000)).allMatch(each -> rate.takes());
  }
}
