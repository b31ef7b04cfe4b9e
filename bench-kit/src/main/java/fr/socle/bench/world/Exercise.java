package fr.socle.bench.world;

import java.util.List;

/**
 * One of {@code exercices} (psc.md 3.4): strings, empty when unknown, never null.
 *
 * @param profession {@code codeProfession}: 10 doctor, 21 pharmacist, 40 dentist, 60 nurse
 * @param category {@code codeCategorieProfessionnelle}: C civil, M military, E student
 * @param civility {@code codeCiviliteDexercice}
 * @param familyName {@code nomDexercice}
 * @param givenName {@code prenomDexercice}
 * @param knowHowType {@code codeTypeSavoirFaire}: S speciality, or empty
 * @param knowHow {@code codeSavoirFaire}, e.g. SM54, or empty
 * @param activities where and how he works
 */
public record Exercise(
    String profession,
    String category,
    String civility,
    String familyName,
    String givenName,
    String knowHowType,
    String knowHow,
    List<Activity> activities) {

  /** An exercise; activities are copied. */
  public Exercise {
    activities = List.copyOf(activities);
  }

  /** The same exercise under another name of practice. */
  Exercise named(String newFamilyName, String newGivenName) {
    return new Exercise(
        profession,
        category,
        civility,
        newFamilyName,
        newGivenName,
        knowHowType,
        knowHow,
        activities);
  }

  /** The same exercise, all its activities having this mail address. */
  Exercise writtenTo(String email) {
    return new Exercise(
        profession,
        category,
        civility,
        familyName,
        givenName,
        knowHowType,
        knowHow,
        activities.stream()
            .map(activity -> activity.at(activity.structure().writtenTo(email)))
            .toList());
  }

  /** The same exercise, all its activities being in one structure. */
  Exercise at(Structure structure) {
    return new Exercise(
        profession,
        category,
        civility,
        familyName,
        givenName,
        knowHowType,
        knowHow,
        activities.stream().map(activity -> activity.at(structure)).toList());
  }
}
