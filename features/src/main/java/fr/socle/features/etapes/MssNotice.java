package fr.socle.features.etapes;

/**
 * A notice of the operator, in the words of the feature files.
 *
 * @param words what it says
 * @param action {@code failed} or {@code delayed}
 * @param status enhanced status
 */
public record MssNotice(String words, String action, String status) {}
