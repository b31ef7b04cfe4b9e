package fr.socle.documents.xds;

/**
 * An identifier that an object bears elsewhere.
 *
 * @param scheme URN of what it identifies: a {@link Scheme}
 * @param value the identifier
 */
public record ExternalIdentifier(String scheme, String value) {}
