package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.ContexteBam;
import fr.socle.insi.protocol.InsiCall;
import java.util.List;
import java.util.stream.Collectors;

/**
 * INS/va1.53 as far as one call can show it: whether the identity is qualified is not known here,
 * but a search by traits has no number to carry at all.
 */
final class CoverChecks {
  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T12-1",
                  RuleSource.VU,
                  "2.3 (S:2, S:3, S:4, S:7)",
                  "COUVERTURE est vide dans une recherche par traits.",
                  "INS/va1.53"),
              CoverChecks::empty));

  private CoverChecks() {}

  private static void empty(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteBam bam = exchange.message().request().bam();
    if (bam == null || bam.couverture() == null || bam.couverture().children().isEmpty()) {
      return;
    }
    findings.add(
        bam.couverture().path(),
        "un élément vide",
        bam.couverture().children().stream()
            .map(child -> child.localName())
            .collect(Collectors.joining(", ")),
        "Videz COUVERTURE : une recherche par traits ne transmet ni numéro ni couverture.");
  }
}
