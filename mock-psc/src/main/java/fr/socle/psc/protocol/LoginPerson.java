package fr.socle.psc.protocol;

import fr.socle.bench.world.Exercise;
import fr.socle.bench.world.Professional;
import java.util.stream.Collectors;

/**
 * A line of the login page.
 *
 * @param nationalId national identifier
 * @param name name as the page writes it
 * @param profession professions, French
 */
public record LoginPerson(String nationalId, String name, String profession) {

  static LoginPerson of(Professional who) {
    String professions =
        who.exercises().stream()
            .map(Exercise::profession)
            .distinct()
            .map(LoginPerson::label)
            .collect(Collectors.joining(", "));
    return new LoginPerson(
        who.nationalId().value(),
        who.givenName() + " " + who.familyName(),
        professions.isEmpty() ? "sans exercice connu" : professions);
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
