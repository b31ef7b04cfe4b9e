package fr.socle.insi.protocol;

/**
 * A message to INSi that is no SOAP envelope: nothing in it can be judged, but that.
 *
 * @param reason why, one French sentence
 */
public record UnreadableCall(String reason) {}
