package fr.socle.dmp.registry.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.dmp.check.DmpRules;
import fr.socle.dmp.registry.check.FedDocument.Feeding;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.ArrayList;
import java.util.List;

/** DMP-T35: a new version of a document replaces the former one, and does not stand beside it. */
final class ReplacedNotDuplicated implements SequenceCheck {
  private static final Rule RULE =
      DmpRules.rule(
          "DMP-T35-1",
          RuleSource.VU,
          "3.8 (S:P4D, MSG)",
          "Une nouvelle version d'un document est envoyée en remplacement de l'ancienne.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    List<FedDocument> there = new ArrayList<>();
    for (Feeding feeding : FedDocument.feedings(traffic)) {
      if (feeding.deletes()) {
        there.removeIf(each -> each.patient().equals(feeding.patient()));
        continue;
      }
      for (FedDocument document : feeding.documents()) {
        there.stream()
            .filter(
                former ->
                    feeding.call().accepted()
                        && !document.sent().replaces()
                        && document.isOfTheSeriesOf(former))
            .findFirst()
            .ifPresent(
                former ->
                    findings.add(
                        document.sequence(),
                        document.place(),
                        "un remplacement du document de l'échange " + former.sequence(),
                        "un document de plus, de même setId (" + document.sent().series() + ")",
                        "Envoyez une nouvelle version avec l'association RPLC et relatedDocument :"
                            + " l'ancienne resterait en vigueur."));
      }
      if (feeding.acknowledged()) {
        there.addAll(feeding.documents());
      }
    }
  }
}
