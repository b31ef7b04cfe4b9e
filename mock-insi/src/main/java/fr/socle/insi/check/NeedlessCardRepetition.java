package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiEndpoint;
import fr.socle.insi.service.VitaleSearch;
import java.util.HashMap;
import java.util.Map;

/** INSI-T07, ours: a search by card that INSi has answered is not sent again as it was. */
final class NeedlessCardRepetition implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T07-3",
          RuleSource.SUPPOSE,
          "3 (A)",
          "Une recherche par carte à laquelle INSi a répondu n'est pas envoyée une seconde fois à"
              + " l'identique.",
          "INSI-T07");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<VitaleSearch, Observed<InsiCall>> answered = new HashMap<>();
    for (Observed<InsiCall> observed : traffic.of(InsiEndpoint.WS_INS1, InsiCall.class)) {
      InsiCall call = observed.message();
      VitaleSearch card = call == null ? null : call.request().card();
      // After a fault, sending the same search again is the right thing to do.
      if (call == null || card == null || call.outcome().fault() != null) {
        continue;
      }
      Observed<InsiCall> earlier = answered.putIfAbsent(card, observed);
      if (earlier != null) {
        findings.add(
            observed.exchange().sequence(),
            "/Envelope/Body/RECVITALE",
            "une recherche différente de celle de l'échange " + earlier.exchange().sequence(),
            "la même, déjà répondue",
            "Gardez la réponse d'INSi : ne renvoyez pas la recherche du même bénéficiaire.");
      }
    }
  }
}
