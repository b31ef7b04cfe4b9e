package fr.socle.lps.identite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrived and waits for somebody's decision (INS/va1.12). Not thread-safe: only the user's
 * thread touches it.
 */
public final class Worklist {

  private final List<Waiting> lines = new ArrayList<>();

  /**
   * One thing that waits.
   *
   * @param record the record it may belong to
   * @param sender who sent it, null when the flow does not say
   * @param document title of the document, null when an identity came alone
   * @param reason why it waits, in French
   */
  public record Waiting(
      String record, @Nullable String sender, @Nullable String document, String reason) {}

  public void add(Waiting line) {
    lines.add(line);
  }

  /** Oldest first. */
  public List<Waiting> lines() {
    return List.copyOf(lines);
  }

  public void forgetAll() {
    lines.clear();
  }
}
