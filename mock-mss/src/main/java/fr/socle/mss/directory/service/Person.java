package fr.socle.mss.directory.service;

import fr.socle.bench.world.Professional;
import fr.socle.bench.world.Rpps;
import java.util.List;

/**
 * A professional in the directory.
 *
 * @param id technical identifier
 * @param professional the professional
 * @param mailboxes mailboxes that follow him everywhere
 */
public record Person(String id, Professional professional, List<DirectoryMailbox> mailboxes) {

  /** Copies the mailboxes. */
  public Person {
    mailboxes = List.copyOf(mailboxes);
  }

  /** National identifier. */
  public String nationalId() {
    return professional.nationalId().value();
  }

  /** RPPS number; what follows the first character for one who has none. */
  public String number() {
    return professional.rpps().map(Rpps::number).orElse(nationalId().substring(1));
  }

  /** Type of the identifier: 8 for RPPS (mssante.md 3.1 (S)); the first character else. */
  public String numberType() {
    return nationalId().substring(0, 1);
  }

  /** Name he exercises under. */
  public String familyName() {
    return professional.exercises().isEmpty()
        ? professional.familyName()
        : professional.exercises().get(0).familyName();
  }

  /** Given name he exercises under. */
  public String givenName() {
    return professional.exercises().isEmpty()
        ? professional.givenName()
        : professional.exercises().get(0).givenName();
  }

  /** Code of his first profession; empty without exercise. */
  public String profession() {
    return professional.exercises().isEmpty() ? "" : professional.exercises().get(0).profession();
  }
}
