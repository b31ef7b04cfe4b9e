package fr.socle.features.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Remembers that the bench died, so that nobody waits for it again. Thread-safe. */
final class BenchHealth {
  private final AtomicReference<@Nullable String> death = new AtomicReference<>();

  /** The bench did not answer. */
  void died(String message) {
    death.compareAndSet(null, message);
  }

  /** What was said when it died. */
  Optional<String> death() {
    return Optional.ofNullable(death.get());
  }
}
