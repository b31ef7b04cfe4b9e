package fr.socle.dmp.registry.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.dmp.check.DmpRules;
import fr.socle.dmp.registry.check.FedDocument.Feeding;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** DMP-T33: what the DMP has accepted is not sent to it once more. */
final class UnchangedDocument implements SequenceCheck {
  private static final Rule RULE =
      DmpRules.rule(
          "DMP-T33-2",
          // dmp.md 5.6 bis: no other fact tells how it is seen on the wire.
          RuleSource.VU,
          "5.6 bis (S:DEVBOX, EX_GEN-1060)",
          "Un document que le DMP a accepté n'y est pas envoyé de nouveau inchangé.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<List<Object>, FedDocument> accepted = new HashMap<>();
    for (Feeding feeding : FedDocument.feedings(traffic)) {
      if (feeding.deletes()) {
        accepted.values().removeIf(each -> each.patient().equals(feeding.patient()));
        continue;
      }
      for (FedDocument document : feeding.documents()) {
        FedDocument before = accepted.get(document.content());
        if (before != null && document.isAgainThere(before)) {
          findings.add(
              document.sequence(),
              document.place(),
              "un document nouveau ou changé",
              "le contenu et les métadonnées de l'échange "
                  + before.sequence()
                  + ", que le DMP a acceptés",
              "N'envoyez un document déjà au DMP que s'il a changé, et en remplacement.");
        }
      }
      feeding.documents().stream()
          .filter(document -> feeding.acknowledged() && document.hasBytes())
          .forEach(document -> accepted.putIfAbsent(document.content(), document));
    }
  }
}
