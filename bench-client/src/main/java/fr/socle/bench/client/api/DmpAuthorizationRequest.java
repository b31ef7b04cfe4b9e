package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * What is to link the DMP of a patient and somebody: what the patient does in Mon espace santé, or
 * what time does.
 *
 * @param ins fifteen characters of the INS of a patient of the space
 * @param holder PS_IdNat of a professional, or identifier of a structure
 * @param state {@code VALIDE}, {@code EXPIRE}, {@code INTERDIT}, or {@code NON_EXISTE} to remove it
 * @param treating whether he is the treating doctor; absent = no
 */
public record DmpAuthorizationRequest(
    String ins, String holder, String state, @Nullable Boolean treating) {}
