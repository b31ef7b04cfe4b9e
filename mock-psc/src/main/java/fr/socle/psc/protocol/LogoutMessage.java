package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.LogoutDecision;

/**
 * An end-session request and what became of it.
 *
 * @param asked parameters as sent
 * @param decision what was decided
 */
public record LogoutMessage(Asked asked, LogoutDecision decision) {}
