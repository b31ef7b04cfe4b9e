package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import java.util.List;
import java.util.function.Predicate;

/**
 * Before and after the moment a scenario turns on: a card taken back, replaced or left for long.
 * What does not come afterwards tells something only if it came before, and could come again.
 */
public final class CardTurn {
  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public CardTurn(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /**
   * Stops the scenario, not covered, unless the absence of some calls can be judged.
   *
   * @param call the calls in question
   * @param unseen why nothing is shown when they did not come before, one French sentence
   */
  void requireOccasion(Predicate<Exchange> call, String unseen) {
    long asked = consultation.mark();
    boolean before =
        scenario.bench().exchanges().stream()
            .anyMatch(exchange -> exchange.sequence() <= asked && call.test(exchange));
    scenario.requireCovered(before, unseen);
    boolean since = scenario.bench().exchangesAfter(asked).stream().anyMatch(CardCall::isCall);
    scenario.requireCovered(
        since || !consultation.lastAnswer().done(),
        "Le LPS dit l'action faite, n'a rien refusé et n'a pas appelé INSi : rien ne montre ce qu'il"
            + " fait de la carte.");
  }

  /** Calls since the last action the scenario is about. */
  List<Exchange> since(Predicate<Exchange> call) {
    return scenario.bench().exchangesAfter(consultation.mark()).stream().filter(call).toList();
  }

  /** None came since, not even until the scenario was over. */
  void noneSince(Predicate<Exchange> forbidden, String text, String requirement, String mend) {
    long asked = consultation.mark();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> received =
                  traffic.matching(
                      exchange -> exchange.sequence() > asked && forbidden.test(exchange));
              String found =
                  received.isEmpty()
                      ? ""
                      : received.size()
                          + " appel"
                          + (CardCall.isByVitale(received.get(0))
                              ? " : " + CardCall.described(received.get(0))
                              : "");
              return Expectation.that(text, Basis.TRAFIC)
                  .judging(requirement)
                  .in(Traffic.sequences(received))
                  .isMet(received.isEmpty(), found, mend);
            });
  }
}
