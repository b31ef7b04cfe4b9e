package fr.socle.bench.world;

/**
 * One of {@code otherIds} (psc.md 3.4), its members in their order.
 *
 * @param identifier the identifier
 * @param origin who issued it: RPPS, ADELI, EDIT
 * @param quality 1 in the samples
 */
public record OtherId(String identifier, String origin, int quality) {}
