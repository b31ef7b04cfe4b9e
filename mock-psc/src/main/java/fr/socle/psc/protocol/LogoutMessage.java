package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.LogoutDecision;
import fr.socle.psc.service.LogoutNotice;
import java.util.List;

/**
 * An end-session request and what became of it.
 *
 * @param asked parameters as sent
 * @param decision what was decided
 * @param notices what the relying parties told of it answered, as far as it was waited for
 */
public record LogoutMessage(Asked asked, LogoutDecision decision, List<LogoutNotice> notices) {

  /** Copies the list. */
  public LogoutMessage {
    notices = List.copyOf(notices);
  }
}
