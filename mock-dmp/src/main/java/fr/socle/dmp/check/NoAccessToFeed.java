package fr.socle.dmp.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.DmpOperations;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.dmp.web.WebVisit;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Set;

/**
 * DMP-T14: no authorisation is declared in order to feed a DMP or to delete from it. What it was
 * declared for is seen by what follows: a consultation, or only a feeding.
 */
final class NoAccessToFeed implements SequenceCheck {
  private static final Rule RULE =
      DmpRules.rule(
          "DMP-T14-1",
          // The text is plain (S: 526, REG); what a call was made for is read from its order.
          RuleSource.VU,
          "5.2 (S:526) ; segur.md 5 (S: REG)",
          "TD0.3 n'est pas demandée pour alimenter un DMP ou y supprimer un document.");

  private static final Set<String> OTHERWISE =
      Set.of(
          DocumentOperations.FEEDING, DocumentOperations.FEEDING_FOR, DocumentOperations.DELETION);

  // What an authorisation is good for: dmp.md 5.2, 5.6 bis.
  private static final Set<String> CONSULTATIONS =
      Set.of(
          DocumentOperations.SEARCH,
          DocumentOperations.REFERENCE,
          DocumentOperations.RETRIEVAL,
          DmpOperations.IDENTITY);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    List<DmpCallInWindow> calls = DmpCallInWindow.in(traffic);
    for (int i = 0; i < calls.size(); i++) {
      DmpCallInWindow access = calls.get(i);
      if (!declaresAccess(access)) {
        continue;
      }
      List<DmpCallInWindow> after =
          calls.subList(i + 1, calls.size()).stream().filter(access::isLike).toList();
      boolean consults =
          after.stream().anyMatch(NoAccessToFeed::needsIt) || isVisitedAfter(access, traffic);
      after.stream()
          .filter(each -> !consults && OTHERWISE.contains(each.transaction()))
          .findFirst()
          .ifPresent(
              each ->
                  findings.add(
                      access.sequence(),
                      "ordre des appels",
                      "aucune autorisation pour " + each.transaction(),
                      "TD0.3, puis "
                          + each.transaction()
                          + " dans l'échange "
                          + each.sequence()
                          + ", et aucune consultation",
                      "N'appelez pas TD0.3 pour alimenter ou supprimer : l'autorisation ne sert"
                          + " qu'à consulter. Si l'utilisateur allait consulter, la fenêtre s'est"
                          + " fermée avant."));
    }
  }

  /** dmp.md 1.7: the web site asks for the authorisation too. */
  private static boolean isVisitedAfter(DmpCallInWindow access, WindowTraffic traffic) {
    return traffic.exchanges().stream()
        .filter(each -> each.exchange().sequence() > access.sequence())
        .anyMatch(
            each ->
                each.message() instanceof WebVisit visit
                    && visit.visitor() != null
                    && visit.ins().equals(access.patient())
                    && visit.visitor().nationalId().equals(access.caller().nationalId()));
  }

  private static boolean needsIt(DmpCallInWindow call) {
    return CONSULTATIONS.contains(call.transaction())
        || (call.transaction().startsWith("DMP TD3.3") && !call.transaction().endsWith("c"));
  }

  private static boolean declaresAccess(DmpCallInWindow call) {
    XmlElement body = call.message().body();
    return call.transaction().equals(DmpOperations.AUTHORIZATION)
        && call.accepted()
        && body != null
        && body.children().stream().anyMatch(each -> each.text().equals("AJOUT"))
        && body.children().stream().noneMatch(each -> each.text().equals("MEDECIN_TRAITANT"));
  }
}
