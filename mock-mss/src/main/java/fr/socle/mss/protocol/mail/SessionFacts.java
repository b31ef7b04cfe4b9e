package fr.socle.mss.protocol.mail;

import fr.socle.bench.http.TlsFacts;
import fr.socle.mss.service.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it was when something was said.
 *
 * @param id names the connection
 * @param protocol {@code smtp} or {@code imap}
 * @param tls what TLS tells of it
 * @param mailbox the mailbox that was entered; null before
 * @param mechanism how it was entered, or was last tried; empty before
 */
public record SessionFacts(
    String id, String protocol, TlsFacts tls, @Nullable Mailbox mailbox, String mechanism) {
  /** Whether TLS is there. */
  public boolean isSecure() {
    return !tls.cipherSuite().isEmpty();
  }

  /** Address of the mailbox that was entered; empty before. */
  public String address() {
    Mailbox known = mailbox;
    return known == null ? "" : known.address();
  }

  /** Whether the mailbox that was entered is of a kind. */
  public boolean isOf(Mailbox.Kind kind) {
    Mailbox known = mailbox;
    return known != null && known.kind() == kind;
  }
}
