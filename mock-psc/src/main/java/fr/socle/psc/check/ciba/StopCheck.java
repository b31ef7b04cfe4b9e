package fr.socle.psc.check.ciba;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.service.OidcError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A final error ends the polling. The example proxy of the ANS goes on until the request expires,
 * psc.md 2.2 (S: PROXY): a reserve, not a breach.
 */
final class StopCheck implements SequenceCheck {
  private static final Rule RULE =
      new Rule(
          "PSC-CIB-19",
          RuleSource.CONNU,
          "psc.md 2.2 (K)",
          List.of("PSC-RP-17"),
          "Les interrogations CIBA cessent au refus et à toute erreur définitive.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<String, String> ended = new HashMap<>();
    for (Polls.Poll poll : Polls.of(traffic)) {
      String error = ended.get(poll.requestId());
      if (error != null) {
        findings.add(
            poll.exchange().sequence(),
            "auth_req_id",
            "aucune interrogation après la réponse " + error,
            "une interrogation de plus",
            "Cessez d'interroger à toute réponse autre que authorization_pending et slow_down, et"
                + " dites-en la raison au professionnel.");
      }
      OidcError last = poll.message().error();
      if (last != null && poll.last() && poll.received()) {
        ended.putIfAbsent(poll.requestId(), last.error());
      }
    }
  }
}
