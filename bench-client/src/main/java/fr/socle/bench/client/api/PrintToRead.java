package fr.socle.bench.client.api;

/**
 * A printed page to be read and judged.
 *
 * @param document a PDF, or a picture (PNG, JPEG), as bytes
 * @param patient identifier of the patient in the space
 * @param qualified whether the software holds the identity for qualified
 */
@SuppressWarnings("ArrayRecordComponent") // a file, handed on and never compared
public record PrintToRead(byte[] document, String patient, boolean qualified) {}
