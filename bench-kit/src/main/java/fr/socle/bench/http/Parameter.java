package fr.socle.bench.http;

/**
 * One parameter of a query or of a form, decoded.
 *
 * @param name name
 * @param value value, empty when absent
 */
public record Parameter(String name, String value) {}
