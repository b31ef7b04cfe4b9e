package fr.socle.lps.banc;

import fr.socle.lps.psc.ciba.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A time that passes at once when somebody waits, and remembers how long he would have waited. */
public final class TestTime extends Clock implements Pause {

  private final List<Duration> waits = new ArrayList<>();
  private Instant now = Instant.now();

  @Override
  public synchronized void until(Instant instant) {
    if (instant.isAfter(now)) {
      waits.add(Duration.between(now, instant));
      now = instant;
    }
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** How long somebody waited, each time, in seconds; then forgets it. */
  public synchronized List<Double> waitsSoFar() {
    List<Double> seconds = waits.stream().map(wait -> wait.toMillis() / 1000.0).toList();
    waits.clear();
    return seconds;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks for it");
  }
}
