package fr.socle.bench.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A persona and the people her story needs: a twin, a homonym, a second candidate.
 *
 * @param subject the patient of the scenario
 * @param companions the others
 */
public record PersonaCast(Patient subject, List<Patient> companions) {

  /** A cast; companions are copied. */
  public PersonaCast {
    companions = List.copyOf(companions);
  }

  /** The subject, then the companions. */
  public List<Patient> all() {
    List<Patient> all = new ArrayList<>();
    all.add(subject);
    all.addAll(companions);
    return List.copyOf(all);
  }
}
