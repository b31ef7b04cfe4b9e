package fr.socle.psc.protocol;

import fr.socle.bench.world.Exercise;
import fr.socle.bench.world.Professional;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the login page.
 *
 * @param nationalId national identifier
 * @param name name as the page writes it
 * @param description professions, number of activities and what stands in the way, French
 */
public record LoginPerson(String nationalId, String name, String description) {

  static LoginPerson of(Professional who) {
    List<String> parts = new ArrayList<>();
    who.exercises().stream()
        .map(Exercise::profession)
        .distinct()
        .map(LoginPerson::label)
        .forEach(parts::add);
    if (parts.isEmpty()) {
      parts.add(who.recorded() ? "sans exercice" : "sans données professionnelles");
    } else {
      parts.add(activities(who.activities().size()));
    }
    if (who.revoked()) {
      parts.add("révoqué");
    }
    if (who.locked()) {
      parts.add("e-CPS bloquée");
    }
    return new LoginPerson(
        who.nationalId().value(),
        who.givenName() + " " + who.familyName(),
        String.join(", ", parts));
  }

  private static String activities(int count) {
    return switch (count) {
      case 0 -> "sans activité";
      case 1 -> "une activité";
      default -> count + " activités";
    };
  }

  // psc.md 3.4, profession codes
  private static String label(String code) {
    return switch (code) {
      case "10" -> "médecin";
      case "21" -> "pharmacien";
      case "40" -> "chirurgien-dentiste";
      case "50" -> "sage-femme";
      case "60" -> "infirmier";
      case "70" -> "masseur-kinésithérapeute";
      case "80" -> "pédicure-podologue";
      case "93" -> "psychologue";
      default -> "profession " + code;
    };
  }
}
