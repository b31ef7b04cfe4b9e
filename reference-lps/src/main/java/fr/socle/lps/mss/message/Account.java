package fr.socle.lps.mss.message;

import java.util.Locale;

/**
 * A mailbox of the user.
 *
 * @param address its address
 * @param label what is shown beside it: first name and name, or the organisation (ECO.2.2.7)
 * @param kind whose it is
 * @param replyTo where an application mailbox is answered, empty for itself
 */
public record Account(String address, String label, Kind kind, String replyTo) {

  /** Kinds of mailboxes (mssante.md 1.2). */
  public enum Kind {
    PER,
    ORG,
    APP
  }

  public String domain() {
    return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether somebody writes from it, rather than a program. */
  public boolean personal() {
    return kind != Kind.APP;
  }

  /** The same, answered somewhere else. */
  public Account answeredAt(String other) {
    return new Account(address, label, kind, other);
  }
}
