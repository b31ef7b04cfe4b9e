package fr.socle.mss.service;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a change of flags did.
 *
 * @param changed messages as they are now, by UID
 * @param refused UIDs of those that had changed since the moment it was asked for
 */
public record FlagChanges(SortedMap<Long, StoredMessage> changed, Set<Long> refused) {
  /** Shows, and does not let change. */
  public FlagChanges {
    changed = Collections.unmodifiableSortedMap(changed);
    refused = Collections.unmodifiableSet(refused);
  }
}
