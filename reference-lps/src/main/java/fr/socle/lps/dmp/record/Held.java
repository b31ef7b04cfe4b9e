package fr.socle.lps.dmp.record;

import java.time.Instant;

/**
 * A document of the DMP that is here, imported or loaded beforehand.
 *
 * @param entryUuid identifier of its entry when it came
 * @param imported whether it is part of the record, else only loaded beforehand
 * @param until when a document loaded beforehand is dropped
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Held(
    String uniqueId,
    String entryUuid,
    String title,
    String mimeType,
    byte[] bytes,
    boolean imported,
    Instant until) {}
