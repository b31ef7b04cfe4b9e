package fr.socle.lps.psc.ciba;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.mutant.Defects;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollingPaceTest {

  private final PollingPace pace = new PollingPace(Duration.ofSeconds(2), Defects.none());

  @Test
  void keepsTheIntervalWhileNobodyAnswers() {
    pace.pending();

    assertThat(pace.delay()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void keepsTheFiveSecondsOfEachSlowDown() {
    pace.slowDown();
    pace.pending();
    assertThat(pace.delay()).isEqualTo(Duration.ofSeconds(7));

    pace.slowDown();
    assertThat(pace.delay()).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void doublesWhileTheProviderIsOutOfOrderAndComesBackAfterwards() {
    pace.outage();
    assertThat(pace.delay()).isEqualTo(Duration.ofSeconds(4));
    pace.outage();
    assertThat(pace.delay()).isEqualTo(Duration.ofSeconds(8));

    pace.pending();
    assertThat(pace.delay()).isEqualTo(Duration.ofSeconds(2));
  }
}
