package fr.socle.dmp.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.dmp.protocol.DmpOperations;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.HashSet;
import java.util.Set;

/**
 * DMP-T10: the existence of a patient's DMP is tested before anything else is done with it, in this
 * window or before it.
 */
final class ExistenceFirst implements SequenceCheck {
  private static final Rule RULE =
      DmpRules.rule(
          "DMP-T10-1",
          // Without a number of requirement: seen, not read.
          RuleSource.VU,
          "5.1 (S:DEVBOX, FAQ)",
          "TD0.2 est appelée avant toute autre transaction sur le DMP d'un patient, hors la"
              + " consultation d'un DMP que TD0.4 a donné.");

  // dmp.md 1.5, 1.6: of no patient, or of one who is searched. TD1.3a is the message of TD0.2.
  private static final Set<String> OF_NOBODY =
      Set.of(
          DmpOperations.EXISTENCE,
          DmpOperations.PATIENTS,
          DmpOperations.DEMOGRAPHICS,
          DmpOperations.CREATION,
          DmpOperations.IDENTITY);

  // segur.md 5 (S: REG, DMP/UX.08): the right to consult is checked by TD0.2 or by TD0.4.
  private static boolean isListedAndConsulted(DmpCallInWindow call) {
    return RightFirst.CONSULTATIONS.contains(call.transaction())
        && call.message().before().byCaller();
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Set<String> told = new HashSet<>();
    for (DmpCallInWindow call : DmpCallInWindow.in(traffic)) {
      if (call.accepted()
          && !OF_NOBODY.contains(call.transaction())
          && !call.message().before().byAnybody()
          && !isListedAndConsulted(call)
          && told.add(call.patient())) {
        findings.add(
            call.sequence(),
            "ordre des appels",
            "TD0.2 d'abord",
            call.transaction() + " d'abord",
            "Testez l'existence du DMP du patient (TD0.2) avant d'y faire quoi que ce soit.");
      }
    }
  }
}
