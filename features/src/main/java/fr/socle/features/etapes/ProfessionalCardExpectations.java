package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;

/** Attentes on calls of INSi that a professional proves with his card. */
public final class ProfessionalCardExpectations {
  private final ScenarioRun scenario;
  private final CardTurn turn;

  /** Built for each scenario. */
  public ProfessionalCardExpectations(ScenarioRun scenario, CardTurn turn) {
    this.scenario = scenario;
    this.turn = turn;
  }

  /**
   * INS/va1.37. That INSi accepts the call is another matter; so is how its assertion is made,
   * which no text tells.
   */
  @Alors("INSi a été appelé avec la carte du médecin")
  public void calledWithTheCard() {
    List<Exchange> calls =
        turn.since(exchange -> CardCall.BY_TRAITS.equals(exchange.transaction()));
    scenario.requirePlayable(!calls.isEmpty(), "Le LPS n'a pas appelé INSi.");
    boolean signed = calls.stream().anyMatch(CardCall::isSignedByCard);
    scenario.requireCovered(
        signed || calls.stream().noneMatch(CardCall::speaksOfACard),
        "L'assertion du professionnel n'est signée par aucun certificat : rien ne montre qu'une carte"
            + " a servi. Voyez les constats sur elle.");
    scenario.requireCovered(
        signed || scenario.lps().plays(Capabilities.INSI_BY_CARD),
        "INSi est appelé sans la carte, et le pilote ne dit pas dans ses capacités (« joue » :"
            + " « "
            + Capabilities.INSI_BY_CARD
            + " ») qu'il joue le mode « cpx » : annoncez-le, ou répondez 501 à ce mode.");
    scenario
        .expectations()
        .add(
            Expectation.that("INSi est appelé avec la carte du professionnel.", Basis.TRAFIC)
                .judging("INS/va1.37")
                .in(Traffic.sequences(calls))
                .isMet(
                    signed,
                    "appels sans assertion d'une carte de professionnel",
                    "Laissez l'utilisateur s'authentifier auprès d'INSi avec sa carte : assertion"
                        + " signée par elle dans Security."));
  }

  /** The doctor does not sign from afar. */
  @Alors("INSi n'a reçu aucun appel avec la carte du médecin")
  public void notCalledWithoutTheDoctor() {
    turn.requireOccasion(
        CardCall::isSignedByCard,
        "Le LPS n'a pas appelé INSi avec la carte du médecin quand elle était là : ne pas l'appeler"
            + " sans elle ne montre rien.");
    turn.noneSince(
        CardCall::isSignedByCard,
        "Sans la carte du médecin, INSi n'est pas appelé en son nom.",
        "INSI-T04",
        "Faites l'assertion du professionnel avec la carte qui est dans le lecteur, et oubliez-la"
            + " quand la carte est retirée.");
  }
}
