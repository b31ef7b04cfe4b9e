package fr.socle.psc.service.ciba;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people do with the requests to come, as a scenario said in advance. What was said for a
 * number of requests is played first, in order; then what holds for all the others. What was said
 * of somebody wins over what was said of anybody. Thread-safe.
 */
final class PhoneScript {
  private static final int LONGEST = 1_000;

  private final Deque<Counted> counted = new ArrayDeque<>();
  private final Map<@Nullable String, Line> lasting = new HashMap<>();

  /**
   * What was said.
   *
   * @param reaction what the person does
   * @param after how long after the request
   */
  record Line(Reaction reaction, Duration after) {
    private static final Line NOTHING = new Line(Reaction.PERSONNE, Duration.ZERO);
  }

  private static final class Counted {
    private final @Nullable String nationalId;
    private final Line line;
    private int left;

    Counted(@Nullable String nationalId, Line line, int times) {
      this.nationalId = nationalId;
      this.line = line;
      this.left = times;
    }

    boolean isFor(String who) {
      return nationalId == null || nationalId.equals(who);
    }
  }

  /** Says what happens with all the requests to come of somebody, or of anybody. */
  synchronized void say(@Nullable String nationalId, Line line) {
    counted.removeIf(one -> Objects.equals(one.nationalId, nationalId));
    lasting.put(nationalId, line);
  }

  /**
   * Says what happens with the next requests of somebody, or of anybody.
   *
   * @return false when too much was said and not played
   */
  synchronized boolean say(@Nullable String nationalId, Line line, int times) {
    if (counted.size() >= LONGEST) {
      return false;
    }
    counted.add(new Counted(nationalId, line, times));
    return true;
  }

  /** What happens with a request that has just come. */
  synchronized Line play(String nationalId) {
    for (Iterator<Counted> all = counted.iterator(); all.hasNext(); ) {
      Counted next = all.next();
      if (next.isFor(nationalId)) {
        next.left--;
        if (next.left == 0) {
          all.remove();
        }
        return next.line;
      }
    }
    Line own = lasting.get(nationalId);
    return own != null ? own : lasting.getOrDefault(null, Line.NOTHING);
  }

  /** Forgets everything that was said. */
  synchronized void reset() {
    counted.clear();
    lasting.clear();
  }
}
