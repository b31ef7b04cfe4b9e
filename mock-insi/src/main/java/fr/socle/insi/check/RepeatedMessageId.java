package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiEndpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** INSI-T02, ours: each message has an identifier of its own. A known client repeats it. */
final class RepeatedMessageId implements SequenceCheck {
  private static final Set<String> SEARCHES = Set.of(InsiEndpoint.WS_INS1, InsiEndpoint.WS_INS2);
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T02-12",
          RuleSource.SUPPOSE,
          "2.3 (A ; répétition observée S:16)",
          "Chaque message a son propre wsa:MessageID.",
          "INSI-T02");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<String, Long> seen = new HashMap<>();
    for (Observed<?> observed : traffic.exchanges()) {
      // WS_INS3 is left out: its contract is assumed
      boolean search = SEARCHES.contains(String.valueOf(observed.exchange().transaction()));
      String id =
          search && observed.message() instanceof InsiCall call ? call.request().messageId() : null;
      Long earlier = id == null ? null : seen.putIfAbsent(id, observed.exchange().sequence());
      if (id != null && earlier != null) {
        findings.add(
            observed.exchange().sequence(),
            "/Envelope/Header/MessageID",
            "un identifiant nouveau",
            id + ", déjà envoyé dans l'échange " + earlier,
            "Tirez un UUID nouveau pour wsa:MessageID à chaque appel.");
      }
    }
  }
}
