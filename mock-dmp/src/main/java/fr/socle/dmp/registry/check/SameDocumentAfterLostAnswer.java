package fr.socle.dmp.registry.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.dmp.check.DmpRules;
import fr.socle.dmp.registry.check.FedDocument.Feeding;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.ArrayList;
import java.util.List;

/** DMP-T36: who did not get the answer sends the same document, not another one like it. */
final class SameDocumentAfterLostAnswer implements SequenceCheck {
  private static final Rule RULE =
      DmpRules.rule(
          "DMP-T36-1",
          RuleSource.VU,
          "5.5 (S:P4D)",
          "Après une réponse perdue, le document est renvoyé sous le même identifiant.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    List<FedDocument> lost = new ArrayList<>();
    for (Feeding feeding : FedDocument.feedings(traffic)) {
      if (feeding.deletes()) {
        lost.removeIf(each -> each.patient().equals(feeding.patient()));
        continue;
      }
      for (FedDocument document : feeding.documents()) {
        lost.stream()
            .filter(
                former ->
                    feeding.call().accepted()
                        && !document.sent().replaces()
                        && isAnotherOf(document, former))
            .findFirst()
            .ifPresent(
                former ->
                    findings.add(
                        document.sequence(),
                        document.place() + ", uniqueId",
                        former.uniqueId() + ", déjà envoyé dans l'échange " + former.sequence(),
                        document.uniqueId().toString(),
                        "Renvoyez le document tel qu'il était, identifiant compris : le DMP l'a"
                            + " peut-être déjà."));
      }
      if (feeding.lost()) {
        lost.addAll(feeding.documents());
      }
    }
  }

  private static boolean isAnotherOf(FedDocument document, FedDocument former) {
    boolean sameVersion =
        document.isOfTheSeriesOf(former)
            && document.sent().version().equals(former.sent().version());
    boolean sameBytes =
        document.hasBytes()
            && document.sent().digest().equals(former.sent().digest())
            && document.patient().equals(former.patient())
            && !document.uniqueId().equals(former.uniqueId());
    return sameVersion || sameBytes;
  }
}
