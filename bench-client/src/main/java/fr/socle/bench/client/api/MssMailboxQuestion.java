package fr.socle.bench.client.api;

/**
 * A question about a mailbox of MSSanté.
 *
 * @param address its address
 */
public record MssMailboxQuestion(String address) {}
