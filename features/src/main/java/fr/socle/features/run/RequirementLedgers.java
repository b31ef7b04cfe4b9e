package fr.socle.features.run;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.Requirement;
import fr.socle.exigences.Requirement.Level;
import fr.socle.exigences.Requirement.Verification;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.exigences.VerdictLaw;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.ScenarioResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requirements of a run, from what every scenario and every exchange says of them. */
final class RequirementLedgers {
  private static final String OF_AN_API =
      "Se juge sur une API et son serveur d'autorisation, que le LPS n'a pas : un éditeur d'API règle"
          + " un espace sur les siens (docs/api-pro-sante-connectees.md).";

  /** Requirements that no scenario judges, and why. */
  private static final Map<String, String> AWAITING =
      Map.ofEntries(
          Map.entry(
              "INS/va1.36",
              "Se montre à l'écran : les champs d'identité affichés, et leur réglage."),
          Map.entry(
              "INS/va1.42",
              "Se montre par un document : où vont les copies de pièces d'identité, aucun échange ne le"
                  + " dit."),
          Map.entry("PSC-API-01", OF_AN_API),
          Map.entry("PSC-API-02", OF_AN_API),
          Map.entry("PSC-API-03", OF_AN_API),
          Map.entry("PSC-API-04", OF_AN_API),
          Map.entry("PSC-API-05", OF_AN_API),
          Map.entry("PSC-API-06", OF_AN_API));

  private final Map<String, RequirementLedger> ledgers = new LinkedHashMap<>();
  private final RequirementCatalogue catalogue;
  private final VerdictLaw law;

  RequirementLedgers(RequirementCatalogue catalogue, VerdictLaw law) {
    this.catalogue = catalogue;
    this.law = law;
    catalogue.all().forEach(requirement -> open(requirement));
  }

  /**
   * Judges every requirement that the profile or the run concerns: the profile demanded, else the
   * one the LPS says it is of, else the whole catalogue.
   *
   * @param own profile the LPS says it is of; it makes nothing mandatory
   * @param demanded profile of {@code --require}; its mandatory requirements must be judged
   * @param judgeable requirements that scenarios of the suite name, played or not
   */
  List<RequirementResult> judge(
      List<ScenarioResult> scenarios,
      List<Exchange> outside,
      @Nullable String own,
      @Nullable String demanded,
      Collection<String> judgeable) {
    openUnknown(scenarios, outside);
    for (RequirementLedger ledger : ledgers.values()) {
      scenarios.forEach(ledger::enter);
      outside.forEach(ledger::enter);
    }
    String profile = demanded == null ? own : demanded;
    Set<String> concerned = ids(profile == null ? catalogue.all() : catalogue.ofProfile(profile));
    Set<String> mandatory = demanded == null ? Set.of() : ids(catalogue.mandatoryOf(demanded));
    return ledgers.values().stream()
        .filter(l -> l.touched() || concerned.contains(l.requirement().id()))
        .map(
            l ->
                result(
                    l,
                    mandatory.contains(l.requirement().id()),
                    judgeable.contains(l.requirement().id())))
        .toList();
  }

  private static RequirementResult result(
      RequirementLedger ledger, boolean mandatory, boolean judgeable) {
    Requirement requirement = ledger.requirement();
    Verdict verdict = ledger.verdict();
    return new RequirementResult(
        requirement.id(),
        requirement.title(),
        requirement.wave(),
        requirement.chapter(),
        requirement.level(),
        requirement.verification(),
        requirement.source(),
        requirement.sourceKey(),
        mandatory,
        judgeable,
        verdict,
        verdict == Verdict.NON_COUVERT ? null : ledger.bestBasis(),
        ledger.judgedBy(),
        ledger.scenarios(),
        ledger.mends(),
        reason(ledger, verdict, judgeable));
  }

  private static @Nullable String reason(
      RequirementLedger ledger, Verdict verdict, boolean judgeable) {
    if (verdict != Verdict.NON_COUVERT && verdict != Verdict.INDETERMINE) {
      return null;
    }
    if (ledger.reason() != null) {
      return ledger.reason();
    }
    return judgeable
        ? "Aucun scénario joué ne l'a jugée."
        : AWAITING.getOrDefault(
            ledger.requirement().id(), "Aucun scénario de la suite ne la juge encore.");
  }

  /** A rule that names a requirement nobody knows is shown, not lost. */
  private void openUnknown(List<ScenarioResult> scenarios, List<Exchange> outside) {
    Stream.concat(
            scenarios.stream()
                .flatMap(s -> Stream.concat(s.findings().stream(), s.annexes().stream())),
            outside.stream().flatMap(e -> e.findings().stream()))
        .forEach(this::openUnknown);
  }

  private void openUnknown(Finding finding) {
    for (String id : finding.requirements()) {
      if (!ledgers.containsKey(id)) {
        open(
            new Requirement(
                id,
                0,
                "hors catalogue",
                Level.DOIT,
                Verification.AUTO,
                RuleSource.SUPPOSE,
                finding.sourceKey(),
                "Exigence que le catalogue ne connaît pas, nommée par la règle " + finding.rule(),
                List.of(),
                null));
      }
    }
  }

  private void open(Requirement requirement) {
    ledgers.put(requirement.id(), new RequirementLedger(requirement, law));
  }

  private static Set<String> ids(List<Requirement> requirements) {
    return requirements.stream().map(Requirement::id).collect(Collectors.toSet());
  }
}
