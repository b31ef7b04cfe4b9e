package fr.socle.bench.http;

/**
 * One header line as received or sent.
 *
 * @param name name, case kept
 * @param value value, without surrounding blanks
 */
public record Header(String name, String value) {}
