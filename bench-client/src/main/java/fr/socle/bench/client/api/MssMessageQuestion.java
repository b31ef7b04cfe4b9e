package fr.socle.bench.client.api;

/**
 * Asks for a message of MSSanté.
 *
 * @param address address of its mailbox
 * @param folder name of its folder
 * @param uid its UID
 */
public record MssMessageQuestion(String address, String folder, long uid) {}
