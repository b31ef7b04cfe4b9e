package fr.socle.psc.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What relying parties were told of the end of sessions. Thread-safe. */
public final class LogoutNotices {
  private static final int KEPT = 2_000;
  // Calls that were under way when the notice was acknowledged are nobody's fault
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

  private final Map<String, LogoutNotice> byId = new BoundedMap<>(KEPT);

  synchronized void put(LogoutNotice notice) {
    byId.put(notice.id(), notice);
  }

  synchronized void answered(String id, @Nullable Integer code, Instant now) {
    byId.computeIfPresent(id, (key, notice) -> notice.answered(code, now));
  }

  /** A notice as it stands, if it is still known. */
  synchronized List<LogoutNotice> of(List<String> ids) {
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  /** Whether a relying party acknowledged the end of a session, a moment ago at least. */
  synchronized boolean acknowledged(String sessionId, String clientId, Instant now) {
    return byId.values().stream()
        .filter(notice -> notice.status() == LogoutNotice.Status.ACCEPTED)
        .filter(notice -> notice.faults().isEmpty())
        .filter(notice -> notice.sessionId().equals(sessionId))
        .filter(notice -> notice.clientId().equals(clientId))
        .map(LogoutNotice::answeredAt)
        .anyMatch(at -> at != null && at.plus(UNDER_WAY).isBefore(now));
  }

  /** All of them, oldest first. */
  public synchronized List<LogoutNotice> all() {
    return new ArrayList<>(byId.values());
  }

  /** Forgets everything. */
  synchronized void reset() {
    byId.clear();
  }
}
