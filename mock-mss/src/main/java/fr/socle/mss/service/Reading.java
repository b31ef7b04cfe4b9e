package fr.socle.mss.service;

import java.util.Set;

/** Messages whose bytes stay until this is closed, even if they are removed meanwhile. */
public final class Reading implements AutoCloseable {
  private final Set<Long> uids;
  private final Runnable release;
  private boolean closed;

  Reading(Set<Long> uids, Runnable release) {
    this.uids = Set.copyOf(uids);
    this.release = release;
  }

  /** UIDs of those that are still there. */
  public Set<Long> uids() {
    return uids;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
