package fr.socle.lps.dmp.client;

/**
 * A document the DMP gave.
 *
 * @param mimeType type it announces
 * @param bytes the document, byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Retrieved(String mimeType, byte[] bytes) {}
