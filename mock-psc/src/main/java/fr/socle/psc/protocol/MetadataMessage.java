package fr.socle.psc.protocol;

/**
 * A reading of the discovery document or of the key set.
 *
 * @param path path read
 */
public record MetadataMessage(String path) {}
