package fr.socle.psc;

import fr.socle.psc.service.CareProfessional;
import fr.socle.psc.service.CareProfessional.Activity;
import fr.socle.psc.service.CareProfessional.Exercise;
import fr.socle.psc.service.CareProfessional.Standing;
import fr.socle.psc.service.ProfessionalDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Professionals of the tests, whom a test can strike off. */
public final class People implements ProfessionalDirectory {
  public static final String DOCTOR = "899990000012";
  public static final String NURSE = "899990000046";
  public static final String REVOKED = "899990000087";
  public static final String LOCKED = "899990000095";
  public static final String WITHOUT_RECORD = "899990000103";

  private final Map<String, CareProfessional> byId = new LinkedHashMap<>();

  public People() {
    Activity practice =
        new Activity(
            Map.of(
                "codeModeExercice", "L",
                "codeSecteurDactivite", "SA07",
                "codeGenreActivite", "GENR01",
                "raisonSocialeSite", "CABINET MEDICAL EXEMPLE",
                "identifiantTechniqueDeLaStructure", "R90001"));
    Activity hospital =
        new Activity(
            Map.of(
                "codeModeExercice", "S",
                "codeSecteurDactivite", "SA01",
                "codeGenreActivite", "GENR01",
                "raisonSocialeSite", "HOPITAL EXEMPLE",
                "identifiantTechniqueDeLaStructure", "F990000001"));
    add(person(DOCTOR, "EXEMPLE", "CAMILLE", "10", Standing.ACTIVE, List.of(practice, hospital)));
    add(person(NURSE, "MODELE", "ANDRÉE", "60", Standing.ACTIVE, List.of(hospital)));
    add(person(REVOKED, "RADIE", "PAUL", "10", Standing.REVOKED, List.of(practice)));
    add(person(LOCKED, "BLOQUE", "LÉA", "10", Standing.LOCKED, List.of(practice)));
    add(
        new CareProfessional(
            WITHOUT_RECORD, "SANSDONNEES", "ALEX", "M", Standing.ACTIVE, false, List.of()));
  }

  public void strikeOff(String nationalId) {
    CareProfessional who = byId.get(nationalId);
    add(
        new CareProfessional(
            who.nationalId(),
            who.familyName(),
            who.givenName(),
            who.civility(),
            Standing.REVOKED,
            who.professional(),
            who.exercises()));
  }

  @Override
  public List<CareProfessional> all() {
    return List.copyOf(byId.values());
  }

  @Override
  public Optional<CareProfessional> find(String nationalId) {
    return Optional.ofNullable(byId.get(nationalId));
  }

  private void add(CareProfessional who) {
    byId.put(who.nationalId(), who);
  }

  private static CareProfessional person(
      String id,
      String family,
      String given,
      String profession,
      Standing standing,
      List<Activity> activities) {
    Exercise exercise = new Exercise(profession, "C", "DR", family, given, "S", "SM54", activities);
    return new CareProfessional(id, family, given, "MME", standing, true, List.of(exercise));
  }
}
