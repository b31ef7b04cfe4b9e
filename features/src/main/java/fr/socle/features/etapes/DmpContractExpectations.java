package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Attentes on the form of the calls of the DMP: what the checks of the bench say of them. */
public final class DmpContractExpectations {
  /** Requirements of ours that a check reads off the calls. */
  private static final Pattern CHECKED = Pattern.compile("DMP-T(?:0[1-9]|1[0-7]|2[1-9]|3[0-7])");

  private final ScenarioRun scenario;

  /** Built for each scenario. */
  public DmpContractExpectations(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  /**
   * Requirement by requirement, of those the scenario names and checks judge. What one of them is
   * about may not have happened: nothing is said of that one, and the others are judged all the
   * same.
   */
  @Alors("ses échanges avec le DMP sont en règle")
  public void callsFollowTheContract() {
    List<Exchange> calls =
        scenario.bench().exchanges().stream().filter(DmpTraffic::isCall).toList();
    List<String> named =
        scenario.expectations().requirements().stream()
            .filter(id -> CHECKED.matcher(id).matches())
            .toList();
    scenario.requireCovered(
        named.stream().anyMatch(id -> calls.stream().anyMatch(about(id))),
        "Le LPS n'a fait aucun des appels que %s juge : rien ne peut en être dit."
            .formatted(String.join(", ", named)));
    for (String requirement : named) {
      List<Exchange> judged = calls.stream().filter(about(requirement)).toList();
      if (judged.isEmpty()) {
        continue;
      }
      scenario
          .expectations()
          .add(
              ContractExpectation.of(
                  requirement, ContractExpectation.titleOf(requirement), judged));
    }
  }

  /** No text says that a card that is there must serve: a software may keep its certificate. */
  @Alors("le médecin s'y est présenté avec sa carte")
  public void byCard() {
    scenario.requireCovered(
        scenario.bench().exchanges().stream()
            .filter(DmpTraffic::isFeeding)
            .anyMatch(e -> DmpTraffic.vihf(e).path("mode").asText().equals(DmpTraffic.DIRECT)),
        "Le LPS n'a pas envoyé le document avec la carte qui est dans le lecteur : rien ne montre"
            + " comment il le ferait.");
  }

  /** The calls a requirement of ours is about. */
  private static Predicate<Exchange> about(String requirement) {
    return switch (requirement) {
      case "DMP-T07" -> e -> DmpTraffic.is(e, DmpTraffic.EXISTENCE);
      case "DMP-T08" ->
          e -> DmpTraffic.is(e, DmpTraffic.AUTHORIZATION) || DmpTraffic.is(e, DmpTraffic.PATIENTS);
      case "DMP-T21", "DMP-T22", "DMP-T23", "DMP-T24", "DMP-T25", "DMP-T26", "DMP-T27", "DMP-T28" ->
          DmpTraffic::isFeeding;
      case "DMP-T12" -> e -> DmpTraffic.vihf(e).path("mode").asText().equals(DmpTraffic.AIR);
      case "DMP-T17" -> e -> DmpTraffic.is(e, DmpTraffic.WEB);
      case "DMP-T29" -> e -> DmpTraffic.is(e, DmpTraffic.SEARCH);
      case "DMP-T30" -> e -> DmpTraffic.is(e, DmpTraffic.RETRIEVAL);
      case "DMP-T31" -> DmpTraffic::isUpdate;
      default -> e -> true;
    };
  }
}
