package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallsSinceTest {
  @Test
  void givesWhatCameAfter() {
    assertThat(CallsSince.of(List.of("a", "b"), List.of("a", "b", "c"))).containsExactly("c");
    assertThat(CallsSince.of(List.of(), List.of("a"))).containsExactly("a");
    assertThat(CallsSince.of(List.of("a"), List.of("a"))).isEmpty();
  }

  @Test
  void seesThatTheOldestAreGone() {
    assertThat(CallsSince.of(List.of("a", "b", "c"), List.of("b", "c", "d", "e")))
        .containsExactly("d", "e");
  }

  @Test
  void givesEverythingOfAListThatWasEmptied() {
    assertThat(CallsSince.of(List.of("a", "b"), List.of("c"))).containsExactly("c");
  }
}
