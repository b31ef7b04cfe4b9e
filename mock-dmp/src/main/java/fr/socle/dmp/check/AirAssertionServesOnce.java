package fr.socle.dmp.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.service.AuthenticationMode;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.Vihf;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.HashMap;
import java.util.Map;

/** DMP-T12: in AIR an assertion serves one request. */
final class AirAssertionServesOnce implements SequenceCheck {
  private static final Rule RULE =
      DmpRules.rule(
          "DMP-T12-2",
          RuleSource.SECONDE_MAIN,
          "2.5 (S2: DEVBOX, EX_AIR-040)",
          "En AIR un VIHF ne sert qu'une fois.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<String, Long> seen = new HashMap<>();
    for (Observed<?> observed : traffic.exchanges()) {
      if (!(observed.message() instanceof DmpMessage message)) {
        continue;
      }
      DmpCaller caller = message.caller();
      Vihf vihf = message.request().vihf();
      if (caller == null
          || vihf == null
          || vihf.id() == null
          || caller.mode() != AuthenticationMode.INDIRECTE_RENFORCEE) {
        continue;
      }
      Exchange exchange = observed.exchange();
      Long earlier = seen.get(vihf.id());
      if (earlier != null) {
        findings.add(
            exchange.sequence(),
            "/Envelope/Header/Security/Assertion/@ID",
            "un VIHF nouveau",
            vihf.id() + ", déjà envoyé dans l'échange " + earlier,
            "Faites un VIHF nouveau pour chaque requête.");
      }
      // A fault of ours makes an HTTP library send the same request again by itself.
      if (exchange.faults().isEmpty() && exchange.status() != null) {
        seen.putIfAbsent(vihf.id(), exchange.sequence());
      }
    }
  }
}
