package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who the professional is, as userinfo says (psc.md 3.4). Unknown codes are kept as they are.
 *
 * @param nationalId national identifier, the pivot of accounts (EXI PSC 19)
 * @param activities every activity of every exercise; empty when PSC knows none
 */
public record ProfessionalProfile(
    String nationalId, String familyName, String givenName, List<Activity> activities) {

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
    for (JsonNode exercise : claims.path("SubjectRefPro").path("exercices")) {
      for (JsonNode activity : exercise.path("activities")) {
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
    return new ProfessionalProfile(
        nationalId, first(claims, "family_name"), first(claims, "given_name"), activities);
  }

  private static String first(JsonNode object, String... members) {
    return Stream.of(members)
        .map(member -> object.path(member).asText())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
