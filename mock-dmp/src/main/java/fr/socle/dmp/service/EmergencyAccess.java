package fr.socle.dmp.service;

import java.time.Instant;

/**
 * One access to the documents of a patient in an emergency: dmp.md 5.2 (S:526, DEVBOX: a reason is
 * recorded).
 *
 * @param ins fifteen characters of the INS
 * @param at when
 * @param holder PS_IdNat of who came in
 * @param purpose {@code bris_de_glace} or {@code centre_15}
 * @param transaction what he did, such as {@code DMP TD3.2}
 * @param reason why, as he wrote it; empty when he wrote nothing
 */
public record EmergencyAccess(
    String ins, Instant at, String holder, String purpose, String transaction, String reason) {}
