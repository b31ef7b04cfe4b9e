package fr.socle.bench.client.api;

/**
 * A message to put in the inbox of a mailbox of MSSanté, as if it had just come.
 *
 * @param address address of the mailbox
 * @param base64 bytes of the message, in base64
 */
public record MssDeposit(String address, String base64) {}
