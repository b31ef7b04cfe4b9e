package fr.socle.psc.proxy.service;

import java.time.Duration;

/** Lets time pass between two polls. Called from several threads. */
@FunctionalInterface
public interface Pause {
  /**
   * Waits.
   *
   * @return false when there is no point in going on: the space closes
   */
  boolean of(Duration duration);
}
