package fr.socle.bench.world;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic professional, with what is needed to write the userinfo of psc.md 3.4.
 *
 * @param nationalId national identifier
 * @param persona persona he was made from, if any
 * @param familyName civil family name
 * @param givenName civil given name
 * @param civility {@code M} or {@code MME}
 * @param recorded whether there is professional data about him at all; without, userinfo is short
 * @param exercises his professions
 * @param otherIds his other identifiers
 * @param revoked whether Pro Santé Connect no longer knows him
 * @param locked whether his e-CPS is locked: never answers
 */
public record Professional(
    NationalId nationalId,
    @Nullable String persona,
    String familyName,
    String givenName,
    String civility,
    boolean recorded,
    List<Exercise> exercises,
    List<OtherId> otherIds,
    boolean revoked,
    boolean locked) {

  /** A professional; lists are copied. */
  public Professional {
    exercises = List.copyOf(exercises);
    otherIds = List.copyOf(otherIds);
  }

  /** His RPPS number, when his identifier holds one. */
  public Optional<Rpps> rpps() {
    return nationalId.rpps();
  }

  /** All his activities, exercise by exercise. */
  public List<Activity> activities() {
    return exercises.stream().flatMap(exercise -> exercise.activities().stream()).toList();
  }

  /** The same professional, all his activities being in one structure. */
  public Professional workingAt(Structure structure) {
    return new Professional(
        nationalId,
        persona,
        familyName,
        givenName,
        civility,
        recorded,
        exercises.stream().map(exercise -> exercise.at(structure)).toList(),
        otherIds,
        revoked,
        locked);
  }

  /** The same professional under another name, also in his exercises. */
  public Professional named(String newFamilyName, String newGivenName) {
    return new Professional(
        nationalId,
        persona,
        newFamilyName,
        newGivenName,
        civility,
        recorded,
        exercises.stream().map(one -> one.named(newFamilyName, newGivenName)).toList(),
        otherIds,
        revoked,
        locked);
  }

  /** The same professional, all his activities having this mail address. */
  public Professional writtenTo(String email) {
    return new Professional(
        nationalId,
        persona,
        familyName,
        givenName,
        civility,
        recorded,
        exercises.stream().map(one -> one.writtenTo(email)).toList(),
        otherIds,
        revoked,
        locked);
  }

  /** The same professional, revoked or not, locked or not. */
  public Professional with(boolean nowRevoked, boolean nowLocked) {
    return new Professional(
        nationalId,
        persona,
        familyName,
        givenName,
        civility,
        recorded,
        exercises,
        otherIds,
        nowRevoked,
        nowLocked);
  }
}
