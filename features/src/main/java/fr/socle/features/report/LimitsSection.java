package fr.socle.features.report;

import fr.socle.exigences.Verdict;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the report does not say.
 *
 * @param notCovered requirements nothing judged, by reason
 * @param undecided requirements something else than the LPS kept from being judged, by reason
 * @param declared requirements that rest on the driver's word alone
 * @param assumed findings of assumed rules, the first of each
 * @param unwitnessed services that no implementation of another hand has confirmed
 */
record LimitsSection(
    List<Reason> notCovered,
    List<Reason> undecided,
    List<Link> declared,
    List<FindingLine> assumed,
    List<String> unwitnessed) {

  /** Requirements with the same reason. */
  record Reason(String text, List<Link> requirements) {}

  static LimitsSection of(
      RunReport run, Anchors anchors, FindingIndex findings, Set<String> witnessed) {
    List<String> declared =
        run.requirements().stream()
            .filter(requirement -> requirement.verdict() == Verdict.CONFORME_DECLARE)
            .map(RequirementResult::id)
            .toList();
    return new LimitsSection(
        reasons(run, Verdict.NON_COUVERT, anchors),
        reasons(run, Verdict.INDETERMINE, anchors),
        Link.toRequirements(declared, anchors),
        findings.assumed(),
        run.bench().services().stream()
            .filter(service -> !witnessed.contains(service))
            .map(Words::service)
            .toList());
  }

  private static List<Reason> reasons(RunReport run, Verdict verdict, Anchors anchors) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (RequirementResult requirement : run.requirements()) {
      if (requirement.verdict() == verdict) {
        byReason
            .computeIfAbsent(reasonOf(requirement), r -> new ArrayList<>())
            .add(requirement.id());
      }
    }
    List<Reason> reasons = new ArrayList<>();
    byReason.forEach(
        (text, ids) ->
            reasons.add(new Reason(French.sentence(text), Link.toRequirements(ids, anchors))));
    return List.copyOf(reasons);
  }

  private static String reasonOf(RequirementResult requirement) {
    String reason = requirement.reason();
    if (reason != null && !reason.isBlank()) {
      return reason;
    }
    if (requirement.verdict() == Verdict.INDETERMINE) {
      return "La cause n'est pas connue.";
    }
    return requirement.judgeable()
        ? "Aucun scénario joué ne la juge."
        : "La suite n'a pas de scénario pour elle.";
  }
}
