package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;

/** Attentes on what a LPS does while Pro Santé Connect is in trouble. */
public final class TroubleExpectations {
  // Assumed: a retry or two are sound, more of them are a loop
  private static final int LOOP = 5;

  private final ScenarioRun scenario;
  private final LoginView view;

  /** Built for each scenario. */
  public TroubleExpectations(ScenarioRun scenario, LoginView view) {
    this.scenario = scenario;
    this.view = view;
  }

  /** The user reads a sentence, no stack trace and no page of the provider. */
  @Alors("ce qu'il lit ne contient pas de détail technique")
  public void readable() {
    String told = view.told();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le message montré au médecin ne contient ni trace d'exécution ni page"
                        + " technique.",
                    Basis.DECLARE)
                .judging("PSC-RP-15")
                .isMet(
                    LoginView.clear(told),
                    LoginView.unclear(told),
                    "Dites ce qui s'est passé et quoi faire, et gardez le détail technique pour le"
                        + " journal du logiciel."));
  }

  /** The call that fails is not made again and again. */
  @Alors("le logiciel n'insiste pas auprès de Pro Santé Connect")
  public void noLoop() {
    String fault = view.armedFault();
    List<Exchange> struck =
        view.sinceTheFaultStruck().stream()
            .filter(
                exchange ->
                    exchange.faults().contains(fault)
                        || LoginView.TOKEN.equals(exchange.transaction()))
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel ne répète pas sans fin l'appel qui échoue.", Basis.TRAFIC)
                .judging("PSC-RP-15")
                .in(Traffic.sequences(struck))
                .isMet(
                    struck.size() <= LOOP,
                    struck.size() + " fois le même appel pendant une seule connexion",
                    "Après un ou deux essais, arrêtez, dites-le à l'utilisateur et laissez-le"
                        + " recommencer."));
  }
}
