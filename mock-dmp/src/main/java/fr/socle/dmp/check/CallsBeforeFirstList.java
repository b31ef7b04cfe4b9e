package fr.socle.dmp.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.ArrayList;
import java.util.List;

/** DMP-T15, ours: how many calls a user waits for before he sees the documents of a patient. */
final class CallsBeforeFirstList implements SequenceCheck {
  private static final int NEEDED = 2;
  private static final Rule RULE =
      DmpRules.rule(
          "DMP-T15-1",
          RuleSource.SUPPOSE,
          "5.6 (A)",
          "La première liste des documents d'un patient vient après deux appels au plus.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    List<DmpCallInWindow> before = new ArrayList<>();
    List<DmpCallInWindow> listed = new ArrayList<>();
    for (DmpCallInWindow call : DmpCallInWindow.in(traffic)) {
      boolean list = call.transaction().equals(DocumentOperations.SEARCH) && call.accepted();
      if (list && listed.stream().noneMatch(call::isLike)) {
        // Documents that are sent meanwhile make nobody wait for a list.
        long calls =
            before.stream()
                .filter(each -> each.isLike(call) && !each.transaction().startsWith("DMP TD2"))
                .count();
        listed.add(call);
        if (calls > NEEDED) {
          findings.add(
              call.sequence(),
              "ordre des appels",
              NEEDED + " appels au plus : TD0.2, et TD0.3 si l'accès reste à déclarer",
              calls + " appels avant la première liste",
              "Appelez TD3.1 dès que le droit est connu : l'utilisateur attend chaque appel.");
        }
      }
      before.add(call);
    }
  }
}
