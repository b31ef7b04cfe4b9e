package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a synthetic patient.
 *
 * @param persona name of a persona, such as {@code ajaccio-trois-prenoms}; absent = any patient
 *     known of INSi
 */
public record PatientRequest(@Nullable String persona) {}
