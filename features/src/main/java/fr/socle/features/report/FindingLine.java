package fr.socle.features.report;

import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.RuleSource.Effect;
import fr.socle.exigences.Verdict;
import fr.socle.exigences.VerdictLaw;
import java.util.List;

/**
 * A finding as it is read: what to change first, then what was found, where, by which rule.
 *
 * @param number its number beside the exchange, from 1
 * @param style style of its effect
 * @param mark mark of its effect
 * @param effect word of its effect
 * @param mend what to change
 * @param found what was found
 * @param expected what is expected
 * @param location where
 * @param rule identifier of the rule
 * @param source what kind of text says so
 * @param sourceKey where exactly it is read
 * @param requirements requirements it counts against
 * @param exchange anchor of the exchange, empty for an absence
 */
record FindingLine(
    int number,
    String style,
    String mark,
    String effect,
    String mend,
    String found,
    String expected,
    String location,
    String rule,
    String source,
    String sourceKey,
    List<Link> requirements,
    String exchange) {

  static FindingLine of(
      int number, Finding finding, VerdictLaw law, Anchors anchors, String scenario) {
    Effect effect = law.effectOf(finding.source());
    Verdict shown = verdictOf(effect);
    Long sequence = finding.exchange();
    return new FindingLine(
        number,
        effect == Effect.INFORMATION ? "fo" : Words.style(shown),
        effect == Effect.INFORMATION ? "i" : Words.mark(shown),
        wordOf(effect),
        finding.mend(),
        finding.found(),
        finding.expected(),
        finding.location(),
        finding.rule(),
        Words.of(finding.source()),
        finding.sourceKey(),
        Link.toRequirements(finding.requirements(), anchors),
        sequence == null ? "" : anchors.exchange(List.of(scenario), sequence).orElse(""));
  }

  private static Verdict verdictOf(Effect effect) {
    return effect == Effect.BLOQUANT ? Verdict.NON_CONFORME : Verdict.RESERVE;
  }

  static String wordOf(Effect effect) {
    return switch (effect) {
      case BLOQUANT -> "bloquant";
      case RESERVE -> "réserve";
      case INFORMATION -> "information";
    };
  }
}
