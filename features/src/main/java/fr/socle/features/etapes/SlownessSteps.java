package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import fr.socle.features.run.IdentityUse;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Soit;
import java.util.Map;

/** Lenteur: INSi answers at once, or so late that a user looks at his watch. */
public final class SlownessSteps {
  private static final String AT_ONCE = "aussitôt";

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public SlownessSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** When INSi answers. */
  @ParameterType("aussitôt|au bout de trois secondes")
  public String delaiInsi(String word) {
    return word;
  }

  /** INSi answers at its pace from now on. */
  @Soit("INSi qui répond {delaiInsi}")
  public void insiAnswers(String when) {
    if (!when.equals(AT_ONCE)) {
      consultation.setInsiSlow();
      scenario
          .bench()
          .arm(
              new FaultRequest(
                  "insi",
                  "latence",
                  Map.of("millisecondes", Integer.toString(IdentityUse.LATENCY_MS)),
                  null,
                  null),
              "INSi répond " + when + ".");
    }
  }
}
