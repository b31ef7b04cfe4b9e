package fr.socle.bench.client.api;

/**
 * The INS data matrix of a patient, as a qualified identity prints it.
 *
 * @param text its text, separators as they are (ASCII 29)
 * @param png the symbol in its quiet zone, PNG
 */
@SuppressWarnings("ArrayRecordComponent") // a file, handed on and never compared
public record DatamatrixSymbol(String text, byte[] png) {}
