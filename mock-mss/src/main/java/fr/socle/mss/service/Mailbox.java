package fr.socle.mss.service;

/**
 * A personal mailbox.
 *
 * @param address address, lower case
 * @param holder national identifier of the professional it belongs to
 */
public record Mailbox(String address, String holder) {}
