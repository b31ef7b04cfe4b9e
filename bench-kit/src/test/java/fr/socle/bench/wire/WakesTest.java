package fr.socle.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.Test;

/** What happens to a session that rests is said once, and never forgotten. */
class WakesTest {
  private static final Duration REST = Duration.ofMillis(500);

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final Timers timers = new Timers();
  private final Wakes wakes = new Wakes(threads::add, timers, this::ask);
  private int happened;
  private int said;
  private int words;

  /** The session: says how much happened, when it has not said so yet, and rests. */
  private void ask() {
    if (wakes.take() && said < happened) {
      said = happened;
      words++;
      wakes.rest(REST);
    }
  }

  private void happens() {
    happened++;
    wakes.wake();
  }

  private void work() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }

  @Test
  void theFirstIsSaidAtOnceAndTheOthersTogetherAtTheEndOfTheRest() {
    happens();
    work();
    assertThat(said).isEqualTo(1);
    happens();
    happens();
    work();
    assertThat(said).isEqualTo(1);
    timers.fire();
    work();
    assertThat(said).isEqualTo(3);
    assertThat(words).isEqualTo(2);
  }

  @Test
  void nothingIsSaidWhenNothingHappenedDuringTheRest() {
    happens();
    work();
    timers.fire();
    work();
    assertThat(words).isEqualTo(1);
    happens();
    work();
    assertThat(said).isEqualTo(2);
  }

  @Test
  void whatHappensBetweenTheQuestionAndTheRestIsSaidAfterIt() {
    Deque<Runnable> late = new ArrayDeque<>();
    Wakes[] own = new Wakes[1];
    int[] asked = new int[1];
    own[0] =
        new Wakes(
            late::add,
            timers,
            () -> {
              if (own[0].take()) {
                asked[0]++;
                // Another thread, while this one still reads what happened.
                own[0].wake();
                own[0].rest(REST);
              }
            });
    own[0].wake();
    late.remove().run();
    assertThat(asked[0]).isEqualTo(1);
    // The question of the second wake is asked during the rest, and put off.
    late.remove().run();
    assertThat(late).isEmpty();
    assertThat(asked[0]).isEqualTo(1);
    timers.fire();
    late.remove().run();
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void theEndOfTheRestThatOvertakesAQuestionLosesNothing() {
    happens();
    Runnable first = threads.remove();
    first.run();
    happens();
    timers.fire();
    happens();
    // The question stays behind on its thread: nothing is said, nothing is forgotten.
    assertThat(threads).hasSize(1);
    work();
    assertThat(said).isEqualTo(3);
  }

  @Test
  void withoutRestEachIsSaidAtOnce() {
    Wakes[] own = new Wakes[1];
    int[] asked = new int[1];
    own[0] =
        new Wakes(
            Runnable::run,
            timers,
            () -> {
              if (own[0].take()) {
                asked[0]++;
                own[0].rest(Duration.ZERO);
              }
            });
    own[0].wake();
    own[0].wake();
    assertThat(asked[0]).isEqualTo(2);
    assertThat(timers.waiting).isEmpty();
  }

  /** Timers that fire when the test says so. */
  private static final class Timers extends AbstractLifeCycle implements Scheduler {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public Task schedule(Runnable task, long delay, TimeUnit units) {
      waiting.add(task);
      return () -> waiting.remove(task);
    }

    void fire() {
      Deque<Runnable> due = new ArrayDeque<>(waiting);
      waiting.clear();
      due.forEach(Runnable::run);
    }
  }
}
