package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Soit;
import java.util.Map;

/** Pannes of the professional data that Pro Santé Connect gives once somebody is identified. */
public final class ProfileFaultSteps {
  private static final Map<String, String> FAULTS =
      Map.of(
          "remet les données professionnelles de quelqu'un d'autre", "userinfo-autre-sub",
          "ne reconnaît pas le jeton qui demande les données professionnelles", "userinfo-401",
          "interdit les données professionnelles", "userinfo-403",
          "échoue à donner les données professionnelles", "userinfo-500",
          "rend une page au lieu des données professionnelles", "userinfo-html",
          "coupe les données professionnelles au milieu", "userinfo-tronque",
          "chiffre les données professionnelles pour quelqu'un d'autre", "userinfo-chiffre");
  private static final Map<String, String> SLOW = Map.of("millisecondes", "2500");

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public ProfileFaultSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** What is wrong with the professional data. */
  @ParameterType(
      "remet les données professionnelles de quelqu'un d'autre|ne reconnaît pas le jeton qui demande"
          + " les données professionnelles|interdit les données professionnelles|échoue à donner les"
          + " données professionnelles|rend une page au lieu des données professionnelles|coupe les"
          + " données professionnelles au milieu|chiffre les données professionnelles pour quelqu'un"
          + " d'autre")
  public String defautProfil(String word) {
    return word;
  }

  /** The professional data are not what they should be. */
  @Soit("une panne : Pro Santé Connect {defautProfil}")
  public void wrongProfile(String how) {
    arm(
        new FaultRequest("psc", FAULTS.getOrDefault(how, how), null, null, null),
        "Pro Santé Connect " + how + ".");
  }

  /** The professional data come late. */
  @Soit("une panne : Pro Santé Connect tarde à donner les données professionnelles")
  public void slowProfile() {
    arm(
        new FaultRequest("psc", "latence", SLOW, null, LoginView.USERINFO),
        "Pro Santé Connect tarde à donner les données professionnelles.");
  }

  private void arm(FaultRequest request, String described) {
    consultation.addPscFault(scenario.bench().arm(request, described));
    consultation.setArmedLoginFault(request.fault());
  }
}
