package fr.socle.psc.check.ciba;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An {@code auth_req_id} gives tokens once. Not judged when its client may not have had them. */
final class OnceCheck implements SequenceCheck {
  private static final Rule RULE =
      new Rule(
          "PSC-CIB-18",
          RuleSource.NORME,
          "OpenID Connect CIBA Core 10.1.1",
          List.of("EXI-PSC-15"),
          "Un auth_req_id ne sert plus une fois les jetons reçus.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Set<String> served = new HashSet<>();
    for (Polls.Poll poll : Polls.of(traffic)) {
      if (served.contains(poll.requestId())) {
        findings.add(
            poll.exchange().sequence(),
            "auth_req_id",
            "aucune interrogation après la réception des jetons",
            "un auth_req_id dont les jetons ont été remis",
            "Oubliez l'auth_req_id dès que les jetons sont reçus.");
      }
      if (poll.served() && poll.received()) {
        served.add(poll.requestId());
      }
    }
  }
}
