package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.Basis;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.RuleSource.Effect;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.Traffic;
import java.util.List;
import java.util.Optional;

/** What the checks of the bench say of exchanges, as an expectation on one requirement. */
final class ContractExpectation {
  private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.load();

  private ContractExpectation() {}

  /**
   * No check found a breach of this requirement. A finding counts here when it weighs at least what
   * the requirement does: an expectation judges with the source of the requirement, which must not
   * lend a reserve its force.
   *
   * @param text what is expected, one French sentence
   */
  static Expectation of(String requirement, String text, List<Exchange> received) {
    Optional<Finding> breach =
        received.stream()
            .flatMap(exchange -> exchange.findings().stream())
            .filter(finding -> finding.requirements().contains(requirement))
            .filter(finding -> weighs(finding, requirement))
            .findFirst();
    return Expectation.that(text, Basis.TRAFIC)
        .judging(requirement)
        .in(Traffic.sequences(received))
        .isMet(
            breach.isEmpty(),
            breach.map(Finding::found).orElse(""),
            breach.map(Finding::mend).orElse(""));
  }

  /** Our title of a requirement, which says what is expected. */
  static String titleOf(String requirement) {
    return CATALOGUE.get(requirement).title();
  }

  private static boolean weighs(Finding finding, String requirement) {
    Effect effect = finding.source().effect();
    return effect == Effect.BLOQUANT
        || (effect == Effect.RESERVE
            && CATALOGUE.get(requirement).source().effect() != Effect.BLOQUANT);
  }
}
