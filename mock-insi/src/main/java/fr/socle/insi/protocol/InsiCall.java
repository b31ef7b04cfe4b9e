package fr.socle.insi.protocol;

import fr.socle.insi.service.InsiOutcome;

/**
 * One call of INSi: what was asked and what was decided. The message that the checks judge.
 *
 * @param request the request
 * @param mode how the door it came by wants to know who calls
 * @param outcome the answer or fault
 */
public record InsiCall(InsiRequest request, AccessMode mode, InsiOutcome outcome) {}
