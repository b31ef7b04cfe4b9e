package fr.socle.bench.client.api;

/**
 * A domain of the white list of MSSanté.
 *
 * @param domain its name, such as {@code hopital-test.mssante.fr}
 */
public record MssDomain(String domain) {}
