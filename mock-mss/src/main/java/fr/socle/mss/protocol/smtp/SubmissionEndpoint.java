package fr.socle.mss.protocol.smtp;

import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.mss.service.MailAccess;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.MssSettings;
import java.time.Clock;
import java.time.Duration;

/**
 * The submission of messages.
 *
 * @param store mailboxes
 * @param access who may use them
 * @param settings how it behaves
 * @param clock wall clock
 */
public record SubmissionEndpoint(
    MailStore store, MailAccess access, MssSettings settings, Clock clock)
    implements SessionEndpoint {
  @Override
  public Session open(SessionLink link) {
    return new SubmissionSession(this, link.peer());
  }

  // RFC 5321 section 4.5.3.2.7.
  @Override
  public Duration patience() {
    return Duration.ofMinutes(5);
  }
}
