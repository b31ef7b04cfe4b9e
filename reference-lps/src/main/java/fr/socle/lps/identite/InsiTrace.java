package fr.socle.lps.identite;

import java.time.Instant;

/**
 * The trace of one INSi call and of what it answered (INS/va1.35, 1.38, 1.49).
 *
 * @param at when the call was made
 * @param criteria the criteria sent, in clear
 * @param answer return code {@code 00}, {@code 01}, {@code 02}, or what went wrong
 * @param received INS and traits received with {@code 00}, empty otherwise
 */
public record InsiTrace(Instant at, String criteria, String answer, String received) {}
