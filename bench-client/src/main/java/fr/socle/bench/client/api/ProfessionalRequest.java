package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a synthetic professional.
 *
 * @param persona name of a persona, such as {@code medecin}; absent = a doctor with one activity
 */
public record ProfessionalRequest(@Nullable String persona) {}
