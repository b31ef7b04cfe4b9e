package fr.socle.mss.protocol.smtp;

import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.mss.service.Acceptance;
import fr.socle.mss.service.MailAccess;
import fr.socle.mss.service.MssSettings;
import fr.socle.mss.service.Routing;
import fr.socle.mss.service.SessionGuard;
import fr.socle.mss.service.WhiteList;
import java.time.Clock;
import java.time.Duration;

/**
 * Where messages come in.
 *
 * @param role from whom
 * @param routing what becomes of a message for a recipient
 * @param acceptance what takes messages
 * @param access who may use mailboxes
 * @param guard ends sessions whose token dies
 * @param whiteList the white list
 * @param settings how it behaves
 * @param clock wall clock
 */
public record SubmissionEndpoint(
    Role role,
    Routing routing,
    Acceptance acceptance,
    MailAccess access,
    SessionGuard guard,
    WhiteList whiteList,
    MssSettings settings,
    Clock clock)
    implements SessionEndpoint {

  /** From whom messages come. */
  public enum Role {
    /** From the software of the holder of a mailbox, who authenticates. */
    SUBMISSION,
    /** From another operator, whose certificate says who it is. */
    OPERATOR
  }

  /** The same door, for the other ones. */
  public SubmissionEndpoint as(Role other) {
    return new SubmissionEndpoint(
        other, routing, acceptance, access, guard, whiteList, settings, clock);
  }

  @Override
  public Session open(SessionLink link) {
    return new SubmissionSession(this, link);
  }

  // Operators talk to each other as the texts say, whatever is tried with software.
  @Override
  public boolean beginsWithTls() {
    return role == Role.SUBMISSION && settings.implicit();
  }

  // RFC 5321 section 4.5.3.2.7.
  @Override
  public Duration patience() {
    return Duration.ofMinutes(5);
  }
}
