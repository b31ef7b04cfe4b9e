package fr.socle.bench.world;

/**
 * Asks for a fresh copy of a persona.
 *
 * @param persona which
 * @param sequence number of the copy; the same number gives the same people
 */
public record PersonaRequest(PatientPersona persona, long sequence) {}
