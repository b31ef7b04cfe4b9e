package fr.socle.dmp.protocol;

/**
 * A message to the DMP that is no SOAP envelope: nothing in it can be judged, but that.
 *
 * @param reason why, one French sentence
 */
public record UnreadableCall(String reason) {}
