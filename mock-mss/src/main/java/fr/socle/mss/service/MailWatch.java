package fr.socle.mss.service;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells those who look at a folder that it changed. Safe for use by several threads. */
public final class MailWatch {
  private final Map<Long, Set<Runnable>> watchers = new ConcurrentHashMap<>();

  /**
   * Has somebody told of each change of a folder.
   *
   * @param watcher called on the thread that made the change, which it must not hold
   */
  public void watch(long folder, Runnable watcher) {
    // Added inside: outside, a set that leave() has just dropped could be the one added to.
    watchers.compute(
        folder,
        (any, those) -> {
          Set<Runnable> all = those == null ? ConcurrentHashMap.newKeySet() : those;
          all.add(watcher);
          return all;
        });
  }

  /** Stops that. */
  public void leave(long folder, Runnable watcher) {
    watchers.computeIfPresent(
        folder,
        (any, those) -> {
          those.remove(watcher);
          return those.isEmpty() ? null : those;
        });
  }

  void changed(long folder) {
    watchers.getOrDefault(folder, Set.of()).forEach(Runnable::run);
  }
}
