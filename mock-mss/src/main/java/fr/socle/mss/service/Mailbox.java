package fr.socle.mss.service;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox (mssante.md 1.2).
 *
 * @param address address, lower case
 * @param kind what it is
 * @param users national identifiers of the professionals who may open it, the one who answers for
 *     it first; none for those that no professional opens
 * @param label name shown to correspondents, such as {@code Hopital Test - Cardiologie}; perhaps
 *     empty
 * @param certificate what the certificate that opens an application mailbox is; null for the others
 * @param state whether it takes messages
 */
public record Mailbox(
    String address,
    Kind kind,
    List<String> users,
    String label,
    @Nullable Opening certificate,
    State state) {

  /** Copies the users. */
  public Mailbox {
    users = List.copyOf(users);
  }

  /** A personal mailbox. */
  public static Mailbox personal(String address, String holder) {
    return new Mailbox(address, Kind.PER, List.of(holder), "", null, State.OPEN);
  }

  /**
   * What opens an application mailbox: one of the two is enough.
   *
   * @param dn subject of the certificate; empty for any of the organisation
   * @param organisation an {@code OU} of the subject, such as {@code 10B0152872}; empty for any
   */
  public record Opening(String dn, String organisation) {}

  /** Who answers for it; empty when no professional does. */
  public String holder() {
    return users.isEmpty() ? "" : users.get(0);
  }

  /** What follows the {@code @}. */
  public String domain() {
    return domainOf(address);
  }

  /** What follows the {@code @} of an address, lower case. */
  public static String domainOf(String address) {
    return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** The same mailbox in another state. */
  public Mailbox in(State other) {
    return new Mailbox(address, kind, users, label, certificate, other);
  }

  /** What a mailbox is: codes of TRE_R257, and that of a citizen. */
  public enum Kind {
    /** Personal. */
    PER,
    /** Of a service or a team. */
    ORG,
    /** Of an application. */
    APP,
    /** Of a practice. */
    CAB,
    /** Of a citizen, in Mon espace santé. */
    CITOYEN
  }

  /** Whether it takes messages. */
  public enum State {
    /** It does. */
    OPEN("ouverte"),
    /** Its quota is reached. */
    FULL("pleine"),
    /** It is no longer there for anybody. */
    CLOSED("fermee");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The word of the control API. */
    public String label() {
      return label;
    }
  }
}
