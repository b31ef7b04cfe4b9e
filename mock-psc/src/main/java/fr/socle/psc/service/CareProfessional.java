package fr.socle.psc.service;

import java.util.List;
import java.util.Map;

/**
 * A professional as Pro Santé Connect knows him or her; the vocabulary of userinfo (psc.md 3.4).
 *
 * @param nationalId national identifier, psc.md 3.1
 * @param familyName family name
 * @param givenName given name
 * @param civility title of the person, {@code M} or {@code MME}
 * @param standing what can be done with the identity
 * @param professional whether professional data exist at all; without, userinfo is short
 * @param exercises exercises, possibly none
 */
public record CareProfessional(
    String nationalId,
    String familyName,
    String givenName,
    String civility,
    Standing standing,
    boolean professional,
    List<Exercise> exercises) {

  /** Copies the list. */
  public CareProfessional {
    exercises = List.copyOf(exercises);
  }

  /** What can be done with an identity. */
  public enum Standing {
    /** Logs in. */
    ACTIVE,
    /** Struck off: no login, no token of his or hers is active any more. */
    REVOKED,
    /** The application never answers. */
    LOCKED
  }

  /**
   * One exercise.
   *
   * @param profession {@code codeProfession}
   * @param category {@code codeCategorieProfessionnelle}
   * @param civility {@code codeCiviliteDexercice}
   * @param familyName name of exercise
   * @param givenName given name of exercise
   * @param skillType {@code codeTypeSavoirFaire}, or empty
   * @param skill {@code codeSavoirFaire}, or empty
   * @param activities activities, possibly none
   */
  public record Exercise(
      String profession,
      String category,
      String civility,
      String familyName,
      String givenName,
      String skillType,
      String skill,
      List<Activity> activities) {

    /** Copies the list. */
    public Exercise {
      activities = List.copyOf(activities);
    }
  }

  /**
   * One activity: the members of {@code activities[]} by their own names; what is not there is sent
   * as an empty string, never null.
   *
   * @param members members known
   */
  public record Activity(Map<String, String> members) {

    /** Copies the map. */
    public Activity {
      members = Map.copyOf(members);
    }

    /** A member, or the empty string. */
    public String member(String name) {
      return members.getOrDefault(name, "");
    }
  }
}
