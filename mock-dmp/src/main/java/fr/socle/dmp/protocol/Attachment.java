package fr.socle.dmp.protocol;

import fr.socle.bench.content.Content;

/**
 * A part that came beside an envelope.
 *
 * @param contentType its type, as received
 * @param content its bytes, transfer coding removed
 */
public record Attachment(String contentType, Content content) {}
