package fr.socle.dmp.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.dmp.service.TestedRecords;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * DMP-T13: who consults a DMP has checked his right on it, by TD0.2 or TD0.4, in this window or
 * before it.
 */
final class RightFirst implements SequenceCheck {
  static final Set<String> CONSULTATIONS =
      Set.of(DocumentOperations.SEARCH, DocumentOperations.RETRIEVAL);

  private final Rule rule;
  private final Predicate<TestedRecords.Before> broken;
  private final String found;

  private RightFirst(Rule rule, Predicate<TestedRecords.Before> broken, String found) {
    this.rule = rule;
    this.broken = broken;
    this.found = found;
  }

  static List<SequenceCheck> all() {
    return List.of(
        new RightFirst(
            DmpRules.rule(
                "DMP-T13-1",
                RuleSource.TEXTE,
                "segur.md 5 (S: REG)",
                "Le droit sur un DMP est vérifié (TD0.2 ou TD0.4) avant de le consulter."),
            before -> !before.byAnybody() && !before.byCaller(),
            "aucun appel de TD0.2 ni de TD0.4 avant"),
        // That somebody else's test does not do is our reading of « the user's right ».
        new RightFirst(
            DmpRules.rule(
                "DMP-T13-2",
                RuleSource.VU,
                "segur.md 5 (S: REG)",
                "Le droit vérifié avant de consulter un DMP est celui de l'utilisateur."),
            before -> before.byAnybody() && !before.byCaller(),
            "le seul droit d'un autre utilisateur"));
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Set<List<String>> told = new HashSet<>();
    for (DmpCallInWindow call : DmpCallInWindow.in(traffic)) {
      if (call.accepted()
          && CONSULTATIONS.contains(call.transaction())
          && broken.test(call.message().before())
          && told.add(List.of(call.patient(), call.caller().nationalId()))) {
        findings.add(
            call.sequence(),
            "ordre des appels",
            "TD0.2 ou TD0.4 de " + call.caller().nationalId() + ", avant " + call.transaction(),
            found,
            "Vérifiez par TD0.2, ou par TD0.4, le droit de l'utilisateur avant toute consultation.");
      }
    }
  }
}
