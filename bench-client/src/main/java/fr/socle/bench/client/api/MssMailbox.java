package fr.socle.bench.client.api;

/**
 * A personal mailbox of MSSanté, to open.
 *
 * @param address address, such as {@code marie.testeur@medecin.mssante.fr}
 * @param nationalId national identifier of the professional it belongs to
 */
public record MssMailbox(String address, String nationalId) {}
