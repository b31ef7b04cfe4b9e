package fr.socle.mss.directory.protocol.ldap;

import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.mss.directory.service.Directory;
import fr.socle.mss.directory.service.DirectorySettings;
import java.time.Duration;

/**
 * The directory in LDAP.
 *
 * @param directory the directory
 * @param settings how it behaves
 * @param secure whether TLS begins with the connection
 */
public record LdapEndpoint(Directory directory, DirectorySettings settings, boolean secure)
    implements SessionEndpoint {
  @Override
  public Session open(SessionLink link) {
    return new LdapSession(directory, settings);
  }

  @Override
  public boolean beginsWithTls() {
    return secure;
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(10);
  }
}
