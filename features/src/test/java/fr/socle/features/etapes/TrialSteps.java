package fr.socle.features.etapes;

import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;

/** Steps of the feature files that try the engine. */
public final class TrialSteps {
  private final ScenarioRun scenario;

  public TrialSteps(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  @Soit("un essai")
  public void trial() {
    scenario.bench().createPatient(null, "une patiente d'essai");
  }

  @Quand("le logiciel ouvre un dossier")
  public void opens() {
    scenario.lps().ask("ouvrir-dossier", Software.input().put("dossier", "d1"));
  }

  @Quand("le logiciel fait ce qu'il ne sait pas faire")
  public void unknown() {
    scenario.lps().ask("deconnecter-ps", Software.input());
  }

  @Quand("le logiciel ouvre un dossier que le pilote décrit mal")
  public void badDriver() {
    scenario.lps().ask("ouvrir-dossier", Software.input().put("dossier", "mauvais"));
  }

  @Quand("le logiciel ne peut pas préparer le scénario")
  public void cannotPrepare() {
    scenario
        .lps()
        .prepare("ouvrir-dossier", Software.input().put("dossier", "refuse"), "ouvrir un dossier");
  }

  @Quand("INSi reçoit une demande dont le contrôle dit quelque chose de {string}")
  public void receives(String requirement) {
    scenario.lps().ask("ouvrir-dossier", Software.input().put("dossier", "constat " + requirement));
  }

  @Quand("le banc s'éteint puis le logiciel ouvre un dossier")
  public void benchDies() {
    scenario.lps().ask("ouvrir-dossier", Software.input().put("dossier", "extinction"));
  }

  @Alors("un fait du banc montre que {string} va, pour {string}")
  public void holds(String what, String requirement) {
    scenario
        .expectations()
        .atClose(
            traffic ->
                Expectation.that(what, Basis.TRAFIC)
                    .judging(requirement)
                    .in(List.of())
                    .isMet(true, "", ""));
  }

  @Alors("un fait du banc montre que {string} ne va pas")
  public void doesNotHold(String what) {
    scenario
        .expectations()
        .add(
            Expectation.that(what, Basis.TRAFIC)
                .isMet(false, "autre chose", "Changez " + what + "."));
  }

  @Alors("le logiciel dit que {string} va, pour {string}")
  public void says(String what, String requirement) {
    scenario
        .expectations()
        .add(Expectation.that(what, Basis.DECLARE).judging(requirement).isMet(true, "", ""));
  }
}
