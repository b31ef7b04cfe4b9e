package fr.socle.mss.directory.protocol.dns;

import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import java.time.Duration;

/**
 * Where the mail of each domain of the space is, in DNS over UDP and TCP.
 *
 * @param services what is asked about
 */
public record DnsEndpoint(MailServices services) implements SessionEndpoint {
  @Override
  public Session open(SessionLink link) {
    return new DnsSession(services, link.isDatagram());
  }

  /** RFC 7766 section 6.2.3: a few seconds; here enough for who types. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(30);
  }
}
