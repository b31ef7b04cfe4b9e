package fr.socle.mss.directory.service;

import fr.socle.bench.world.Activity;
import fr.socle.bench.world.Exercise;
import java.util.List;

/**
 * An activity of a professional somewhere.
 *
 * @param id technical identifier
 * @param person who
 * @param exercise in which profession
 * @param activity how
 * @param place where
 * @param mailboxes mailboxes he has there
 */
public record Situation(
    String id,
    Person person,
    Exercise exercise,
    Activity activity,
    Place place,
    List<DirectoryMailbox> mailboxes) {

  /** Copies the mailboxes. */
  public Situation {
    mailboxes = List.copyOf(mailboxes);
  }
}
