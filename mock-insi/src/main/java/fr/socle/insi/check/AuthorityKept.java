package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiEndpoint;
import fr.socle.insi.service.FoundIdentity;
import fr.socle.insi.service.InsiAnswer;
import fr.socle.insi.service.Verification;
import java.util.HashMap;
import java.util.Map;

/**
 * INSI-T15: the authority INSi gave with a number is the one it is verified with. WS_INS3 being
 * assumed, the rule is too, though what it is about is not.
 */
final class AuthorityKept implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T15-1",
          RuleSource.SUPPOSE,
          "5.1 (S:8) et 4 (A : contrat supposé)",
          "Un matricule est présenté à la vérification avec l'OID qu'INSi a rendu pour lui.",
          "INSI-T15");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<String, String> authorities = new HashMap<>();
    for (Observed<?> observed : traffic.exchanges()) {
      if (observed.message() instanceof InsiCall call) {
        InsiAnswer answer = call.outcome().answer();
        FoundIdentity found = answer == null ? null : answer.identity();
        if (found != null) {
          authorities.put(found.active().matricule(), found.active().oid());
        }
        Verification asked = call.request().verification();
        boolean verifies = InsiEndpoint.WS_INS3.equals(observed.exchange().transaction());
        if (verifies && asked != null && asked.number() != null && asked.oid() != null) {
          String given = authorities.get(asked.number());
          if (given != null && !given.equals(asked.oid())) {
            findings.add(
                observed.exchange().sequence(),
                "/Envelope/Body/VERIFIERINS/IndividuVerifie/INSFourni/OID",
                given,
                asked.oid(),
                "Gardez avec le matricule l'OID qu'INSi a rendu, celui d'un NIA compris.");
          }
        }
      }
    }
  }
}
