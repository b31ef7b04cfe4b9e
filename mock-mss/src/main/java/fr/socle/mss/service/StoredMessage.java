package fr.socle.mss.service;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/**
 * A message in a folder.
 *
 * @param uid UID in the folder
 * @param body identifier of its bytes
 * @param size bytes
 * @param received {@code INTERNALDATE}, in the zone it was given in
 * @param flags flags and keywords, in the order they were set
 * @param modseq number of the change that made it as it is
 */
public record StoredMessage(
    long uid, long body, long size, OffsetDateTime received, Set<String> flags, long modseq) {
  /** When it came. */
  public Instant receivedAt() {
    return received.toInstant();
  }

  /** The same message after a change of its flags. */
  public StoredMessage with(Set<String> others, long change) {
    return new StoredMessage(uid, body, size, received, others, change);
  }
}
