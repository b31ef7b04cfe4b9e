package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.regex.Pattern;

/** Attentes on the form of messages and sessions: what the checks of the bench say of them. */
public final class MssContractExpectations {
  /** Requirements of ours that a check reads off a message or a session. */
  private static final Pattern CHECKED = Pattern.compile("MSS-T0[1-8]");

  private final ScenarioRun scenario;

  /** Built for each scenario. */
  public MssContractExpectations(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  /** Requirement by requirement, of those the scenario names and checks judge. */
  @Alors("ses échanges avec la messagerie sont en règle")
  public void followTheContract() {
    List<Exchange> exchanges =
        scenario.bench().exchanges().stream().filter(e -> e.service().equals("mss")).toList();
    scenario.requireCovered(
        exchanges.stream().anyMatch(MssTraffic::isTaken),
        "Aucun message n'a été pris par l'opérateur : rien ne montre comment il est écrit.");
    scenario.expectations().requirements().stream()
        .filter(id -> CHECKED.matcher(id).matches())
        .forEach(
            id ->
                scenario
                    .expectations()
                    .add(ContractExpectation.of(id, ContractExpectation.titleOf(id), exchanges)));
  }
}
