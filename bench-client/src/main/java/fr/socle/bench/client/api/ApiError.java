package fr.socle.bench.client.api;

/**
 * Why the control API refused.
 *
 * @param code short stable word, such as {@code espace-inconnu}
 * @param message what happened and how to mend it, French
 */
public record ApiError(String code, String message) {}
