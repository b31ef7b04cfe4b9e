package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.ContexteLps;
import fr.socle.insi.protocol.InsiCall;
import java.util.HashMap;
import java.util.Map;

/**
 * INSI-T02: one sender has one installation, whose identifier does not change between its calls.
 */
final class OneInstallation implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T02-17",
          RuleSource.VU,
          "2.3 (S:3, S:13)",
          "LPS/Instance ne change pas d'un appel à l'autre.",
          "INSI-T02");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<String, String> known = new HashMap<>();
    for (Observed<?> observed : traffic.exchanges()) {
      ContexteLps lps = observed.message() instanceof InsiCall call ? call.request().lps() : null;
      if (lps != null && lps.emetteur() != null && lps.instance() != null) {
        String before = known.putIfAbsent(lps.emetteur(), lps.instance());
        if (before != null && !before.equals(lps.instance())) {
          findings.add(
              observed.exchange().sequence(),
              "/Envelope/Header/ContexteLPS/LPS/Instance",
              before + ", comme dans les appels précédents",
              lps.instance(),
              "Gardez l'UUID de l'installation d'un appel à l'autre.");
        }
      }
    }
  }
}
