package fr.socle.features.model;

/**
 * Where the raw bytes of an exchange were written.
 *
 * @param sequence sequence number of the exchange
 * @param request path of the bytes received, relative to the report's directory
 * @param response path of the bytes sent
 * @param truncated whether the request was longer than the bench keeps
 */
public record EvidenceFile(long sequence, String request, String response, boolean truncated) {}
