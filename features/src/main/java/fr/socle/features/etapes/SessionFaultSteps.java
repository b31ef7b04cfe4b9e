package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Soit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pannes of a session of Pro Santé Connect that lives: its tokens, its end, its logout. */
public final class SessionFaultSteps {
  private static final Map<String, FaultRequest> FAULTS =
      Map.of(
          // Long enough for the calls of a login to be over, far below the usual two minutes.
          "remet une fois un jeton d'accès très bref",
          fault("jeton-acces-bref", Map.of("secondes", "2"), 1),
          "dit que le renouvellement vient trop tard",
          fault("refresh-expire", null, 1),
          "arrête la session, arrivée à ses quatre heures",
          fault("session-terminee", null, 1),
          "arrête la session, restée trop longtemps inactive",
          fault("session-inactive", null, 1),
          "tient la demande de déconnexion pour périmée",
          fault("deconnexion-hint-expire", null, null),
          "tient la demande de déconnexion pour celle d'un autre logiciel",
          fault("deconnexion-hint-etranger", null, null),
          "refuse l'adresse où revenir après la déconnexion",
          fault("deconnexion-retour-refuse", null, null));

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public SessionFaultSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** What Pro Santé Connect does with a session. */
  @ParameterType(
      "remet une fois un jeton d'accès très bref|dit que le renouvellement vient trop tard|arrête la"
          + " session, (?:arrivée à ses quatre heures|restée trop longtemps inactive)|tient la"
          + " demande de déconnexion pour (?:périmée|celle d'un autre logiciel)|refuse l'adresse où"
          + " revenir après la déconnexion")
  public String panneSession(String word) {
    return word;
  }

  /** The session, or what is asked under it, is not as usual. */
  @Soit("une panne : Pro Santé Connect {panneSession}")
  public void disturbed(String how) {
    FaultRequest request = FAULTS.get(how);
    if (request == null) {
      throw new IllegalArgumentException("no such trouble of a session: " + how);
    }
    consultation.addPscFault(scenario.bench().arm(request, "Pro Santé Connect " + how + "."));
    consultation.setArmedLoginFault(request.fault());
  }

  private static FaultRequest fault(
      String name, @Nullable Map<String, String> parameters, @Nullable Integer times) {
    return new FaultRequest("psc", name, parameters, times, null);
  }
}
