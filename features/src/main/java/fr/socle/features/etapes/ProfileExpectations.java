package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;

/** Attentes on what the LPS does when what Pro Santé Connect says of somebody is not as usual. */
public final class ProfileExpectations {
  // A first call, one after a renewal of the tokens, and one more out of kindness.
  private static final int MOST_CALLS = 3;

  private final ScenarioRun scenario;
  private final LoginView view;

  /** Built for each scenario. */
  public ProfileExpectations(ScenarioRun scenario, LoginView view) {
    this.scenario = scenario;
    this.view = view;
  }

  /** These data are not used; and a login that was refused is not used either. */
  @Alors("le logiciel ne se sert pas de ces données")
  public void dataNotUsed() {
    requireStruck();
    boolean connected = view.connected();
    int shown = view.activities();
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel écarte ces données professionnelles.", Basis.DECLARE)
                .isMet(
                    !connected || shown == 0,
                    "médecin connecté avec les activités de ces données",
                    "Comparez le sub des données de l'utilisateur à celui du jeton d'identité,"
                        + " vérifiez leur signature quand elles en ont une, et écartez-les au premier"
                        + " écart."));
    if (!connected) {
      refusalStands();
    }
  }

  private void refusalStands() {
    if (!scenario.lps().offers(LoginSteps.PROFILE)) {
      return; // the LPS has no way to show what it would do with it: its word stands alone
    }
    long mark = scenario.bench().cursor();
    scenario.lps().ask(LoginSteps.PROFILE, Software.input());
    List<Exchange> used = view.usingOlderTokens(scenario.bench().exchangesAfter(mark));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ne se sert pas des jetons de la connexion qu'il a refusée.",
                    Basis.TRAFIC)
                .in(Traffic.sequences(used))
                .isMet(
                    used.isEmpty(),
                    used.size() + " appel avec ces jetons",
                    "Jetez les jetons d'une connexion refusée."));
  }

  /** Both are right: to log in, or to refuse in a way that a doctor understands. */
  @Alors("le logiciel connecte le médecin, ou lui dit clairement pourquoi il ne le fait pas")
  public void connectedOrTold() {
    requireStruck();
    boolean connected = view.connected();
    String told = view.told();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel connecte le médecin, ou lui dit clairement pourquoi il ne le fait"
                        + " pas.",
                    Basis.DECLARE)
                .judging("PSC-RP-15")
                .isMet(
                    connected || LoginView.clear(told),
                    LoginView.unclear(told),
                    "Si vous refusez cette connexion, dites pourquoi en une phrase que l'utilisateur"
                        + " comprend."));
  }

  /** The doctor is told that his professional data are missing. */
  @Alors("le logiciel dit clairement au médecin que ses données professionnelles manquent")
  public void toldWithoutProfile() {
    requireStruck();
    String told = view.told();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel dit clairement que les données professionnelles manquent.",
                    Basis.DECLARE)
                .judging("PSC-RP-15")
                .isMet(
                    LoginView.clear(told),
                    LoginView.unclear(told),
                    "Quand Pro Santé Connect ne donne pas les données de l'utilisateur, dites-le lui"
                        + " en une phrase, sans texte technique."));
  }

  /** What he did before is not what he does now. */
  @Alors("le logiciel ne lui prête plus son activité d'avant")
  public void activityForgotten() {
    requireStruck();
    int shown = view.activities();
    String kept = view.activity();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ne garde pas une activité que Pro Santé Connect ne donne plus.",
                    Basis.DECLARE)
                .judging("PSC-RP-09")
                .isMet(
                    shown == 0 && kept.isEmpty(),
                    kept.isEmpty()
                        ? shown + " activité encore montrée"
                        : "activité « " + kept + " »",
                    "Remplacez à chaque connexion les activités gardées par celles que donne Pro Santé"
                        + " Connect, même quand il n'en donne plus aucune."));
  }

  /** The LPS did not call again and again. */
  @Alors("le logiciel n'a pas insisté auprès de Pro Santé Connect")
  public void noLoop() {
    List<Exchange> calls = LoginView.of(LoginView.USERINFO, view.sinceLastAction());
    List<Exchange> pages = LoginView.of(LoginView.AUTHORIZE, view.sinceLastAction());
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ne redemande pas sans fin les données professionnelles.",
                    Basis.TRAFIC)
                .judging("PSC-RP-15")
                .in(Traffic.sequences(calls))
                .isMet(
                    calls.size() <= MOST_CALLS && pages.size() <= MOST_CALLS,
                    calls.size() + " demandes des données, " + pages.size() + " connexions",
                    "Arrêtez-vous après un ou deux essais, et laissez l'utilisateur recommencer."));
  }

  /** A fault that the LPS gave no occasion to is not covered: it may not need these data. */
  private void requireStruck() {
    scenario.requireCovered(
        view.faultStruckAtLast(),
        "Le LPS n'a rien demandé que la panne puisse fausser : ce qu'il en ferait ne se voit pas.");
  }
}
