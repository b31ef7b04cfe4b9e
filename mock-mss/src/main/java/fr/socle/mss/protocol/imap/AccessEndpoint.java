package fr.socle.mss.protocol.imap;

import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.mss.service.MailAccess;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.MssSettings;
import fr.socle.mss.service.SessionGuard;
import java.time.Clock;
import java.time.Duration;

/**
 * The access to mailboxes.
 *
 * @param store mailboxes
 * @param access who may use them
 * @param guard ends sessions whose token dies
 * @param settings how it behaves
 * @param clock wall clock
 */
public record AccessEndpoint(
    MailStore store, MailAccess access, SessionGuard guard, MssSettings settings, Clock clock)
    implements SessionEndpoint {
  @Override
  public Session open(SessionLink link) {
    return new AccessSession(this, link);
  }

  @Override
  public boolean beginsWithTls() {
    return settings.implicit();
  }

  // RFC 3501 section 5.4.
  @Override
  public Duration patience() {
    return Duration.ofMinutes(30);
  }

  // Each telling is an exchange of the journal: what comes in a burst is told together.
  @Override
  public Duration rest() {
    return Duration.ofMillis(500);
  }
}
