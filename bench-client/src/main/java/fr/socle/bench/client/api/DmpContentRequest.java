package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the documents of a DMP.
 *
 * @param ins fifteen characters of the INS of a patient of the space
 * @param as whose eyes: a word of {@link DmpDocument#seenBy()}; {@code profession-60} or another
 *     profession of G15, authorised and no author; or the PS_IdNat of a professional of the space,
 *     with the authorisation and the documents he has; absent = everything, as nobody sees it
 */
public record DmpContentRequest(String ins, @Nullable String as) {}
