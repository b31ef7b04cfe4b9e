package fr.socle.mss.service;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A change of the flags of messages.
 *
 * @param how whether they replace, join or leave those there are
 * @param flags the flags
 */
public record FlagChange(How how, Set<String> flags) {
  /** What becomes of the flags there were. */
  public enum How {
    /** They go. */
    REPLACE,
    /** They stay. */
    ADD,
    /** Those named go. */
    REMOVE
  }

  /** The flags after it. */
  public Set<String> on(Set<String> before) {
    Set<String> after = new LinkedHashSet<>(how == How.REPLACE ? Set.of() : before);
    for (String flag : flags) {
      after.removeIf(flag::equalsIgnoreCase);
    }
    if (how != How.REMOVE) {
      after.addAll(flags);
    }
    return after;
  }
}
