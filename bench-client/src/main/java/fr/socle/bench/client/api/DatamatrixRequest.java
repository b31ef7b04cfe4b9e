package fr.socle.bench.client.api;

/**
 * Asks for the INS data matrix of a patient.
 *
 * @param patient identifier of the patient in the space
 */
public record DatamatrixRequest(String patient) {}
