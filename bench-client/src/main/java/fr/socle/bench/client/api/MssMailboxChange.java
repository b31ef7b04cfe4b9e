package fr.socle.bench.client.api;

/**
 * A mailbox of MSSanté that changes state.
 *
 * @param address its address
 * @param state {@code ouverte}, {@code pleine} or {@code fermee}
 */
public record MssMailboxChange(String address, String state) {}
