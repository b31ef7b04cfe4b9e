package fr.socle.lps.psc.ciba;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Duration;

/** How long to wait before the result of a demand is asked for again. Not thread-safe. */
public final class PollingPace {

  private static final Duration SLOWER = Duration.ofSeconds(5); // CIBA Core 11

  private final Defects defects;
  private Duration interval;
  private Duration patience = Duration.ZERO;

  /** The pace of a demand that has just been answered. */
  public PollingPace(Duration interval, Defects defects) {
    this.interval = interval;
    this.defects = defects;
  }

  /** The time to let pass from now on. */
  public Duration delay() {
    Duration due = interval.plus(patience);
    return defects.has(Mutant.CIBA_INTERROGATION_PRESSEE) ? due.dividedBy(4) : due;
  }

  /** The provider answered: nobody has done anything yet. */
  public void pending() {
    patience = Duration.ZERO;
  }

  /** The provider asks to slow down: that holds until the end of the demand. */
  public void slowDown() {
    patience = Duration.ZERO;
    if (!defects.has(Mutant.CIBA_SLOW_DOWN_IGNORE)) {
      interval = interval.plus(SLOWER);
    }
  }

  /** The provider is out of order: each time in a row, it is left alone twice as long. */
  public void outage() {
    patience = patience.isZero() ? interval : patience.multipliedBy(2).plus(interval);
  }
}
