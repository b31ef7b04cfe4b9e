package fr.socle.lps.identite;

import org.jspecify.annotations.Nullable;

/**
 * A former INS that INSi gave besides the active one, kept as received.
 *
 * @param matricule 13 characters
 * @param key two digits, or null when INSi gave none
 * @param oid assigning authority
 * @param from first day, or null
 * @param to last day, or null; the service may give dates that contradict each other
 */
public record HistoricalIns(
    String matricule,
    @Nullable String key,
    String oid,
    @Nullable String from,
    @Nullable String to) {}
