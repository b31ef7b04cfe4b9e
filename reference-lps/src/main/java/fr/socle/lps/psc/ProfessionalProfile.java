package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who the professional is, as userinfo says (psc.md 3.4). Unknown codes are kept as they are.
 *
 * @param nationalId national identifier, the pivot of accounts (EXI PSC 19)
 * @param familyName name of practice, else the civil one
 * @param givenName given name of practice, else the civil one
 * @param profession code of the first exercise, empty when PSC knows none
 * @param speciality code of the know-how of the first exercise, empty without one
 * @param email address of the first activity that has one, or empty
 * @param activities every activity of every exercise; empty when PSC knows none
 */
public record ProfessionalProfile(
    String nationalId,
    String familyName,
    String givenName,
    String profession,
    String speciality,
    String email,
    List<Activity> activities) {

  // psc.md 3.4 (S for most); only a mutant asks whether a code is one of them
  private static final Set<String> USUAL_PROFESSIONS =
      Set.of("10", "21", "40", "50", "60", "70", "80", "93");

  public ProfessionalProfile {
    activities = List.copyOf(activities);
  }

  /**
   * One activity.
   *
   * @param structure name of the structure, else its identifier, may be empty
   * @param mode code of the way of working, for instance {@code L} or {@code S}
   */
  public record Activity(String structure, String mode) {}

  /** Reads the claims of userinfo, or those of an ID token, which have no activity. */
  static ProfessionalProfile of(JsonNode claims) throws PscRefusal {
    String nationalId = first(claims, "SubjectNameID", "preferred_username");
    if (nationalId.isEmpty()) {
      throw new PscRefusal(
          "Connexion refusée : Pro Santé Connect n'a pas donné votre identifiant national.");
    }
    List<Activity> activities = new ArrayList<>();
    String email = "";
    for (JsonNode exercise : claims.path("SubjectRefPro").path("exercices")) {
      for (JsonNode activity : exercise.path("activities")) {
        email = email.isEmpty() ? first(activity, "adresseEMail") : email;
        activities.add(
            new Activity(
                first(
                    activity,
                    "raisonSocialeSite",
                    "enseigneCommercialeSite",
                    "identifiantTechniqueDeLaStructure"),
                first(activity, "codeModeExercice")));
      }
    }
    JsonNode practice = claims.path("SubjectRefPro").path("exercices").path(0);
    String familyName = first(practice, "nomDexercice");
    String givenName = first(practice, "prenomDexercice");
    return new ProfessionalProfile(
        nationalId,
        familyName.isEmpty() ? first(claims, "family_name") : familyName,
        givenName.isEmpty() ? first(claims, "given_name") : givenName,
        first(practice, "codeProfession"),
        first(practice, "codeSavoirFaire"),
        email,
        activities);
  }

  /** Whether the profession, if any is told, is one of the usual ones. */
  boolean usual() {
    return profession.isEmpty() || USUAL_PROFESSIONS.contains(profession);
  }

  private static String first(JsonNode object, String... members) {
    return Stream.of(members)
        .map(member -> object.path(member).asText())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
