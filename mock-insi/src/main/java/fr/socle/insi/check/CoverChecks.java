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
 * INSI-T02: the cover of ContexteBAM, whose part in a search by traits is to be there and empty.
 */
final class CoverChecks {
  private static final String T02 = "INSI-T02";

  static final List<Check<InsiCall>> EVERY_OPERATION =
      List.of(
          Check.of(
              rule(
                  "INSI-T02-13",
                  RuleSource.TEXTE,
                  "2.3 (S:1, XSD)",
                  "ContexteBAM contient COUVERTURE.",
                  T02),
              CoverChecks::present));

  static final List<Check<InsiCall>> BY_TRAITS =
      List.of(
          Check.of(
              rule(
                  // Not INS/va1.53: what may stand here is a social security number or a scheme,
                  // and
                  // whether the identity is qualified is not known here.
                  "INSI-T02-14",
                  RuleSource.VU,
                  "2.3 (S:2, S:3, S:4, S:7)",
                  "COUVERTURE est vide dans une recherche par traits.",
                  T02),
              CoverChecks::empty));

  private CoverChecks() {}

  private static void present(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteBam bam = exchange.message().request().bam();
    if (bam != null && bam.couverture() == null) {
      findings.add(
          bam.element().path() + "/COUVERTURE",
          "un élément COUVERTURE, vide pour une recherche par traits",
          "absent",
          "Ajoutez à ContexteBAM l'élément COUVERTURE, même vide.");
    }
  }

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
