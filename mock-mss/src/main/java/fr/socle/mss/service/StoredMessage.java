package fr.socle.mss.service;

import java.time.Instant;
import java.util.Set;

/**
 * A message in a folder.
 *
 * @param uid UID in the folder
 * @param body identifier of its bytes
 * @param size bytes
 * @param receivedAt {@code INTERNALDATE}
 * @param flags flags and keywords, in the order they were set
 * @param modseq number of the change that made it as it is
 */
public record StoredMessage(
    long uid, long body, long size, Instant receivedAt, Set<String> flags, long modseq) {}
