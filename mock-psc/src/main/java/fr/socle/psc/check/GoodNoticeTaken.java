package fr.socle.psc.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.LogoutMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.service.LogoutNotice;
import fr.socle.psc.service.PscFault;
import java.util.Set;

/**
 * A logout token that nothing spoilt is accepted. Not judged in a window where the key set was
 * disturbed: whoever cannot verify the token is right to refuse it.
 */
final class GoodNoticeTaken implements SequenceCheck {
  private static final Rule RULE =
      new Rule(
          "PSC-DEC-04",
          RuleSource.NORME,
          "OpenID Connect Back-Channel Logout 1.0, 2.8",
          LogoutChecks.TOLD,
          "Un logout_token correct est accepté par 200.");
  private static final Set<String> OF_KEYS =
      Set.of(
          PscFault.ROTATION_CLES.label(),
          PscFault.JWKS_INDISPONIBLE.label(),
          PscFault.JWKS_TYPES_INCONNUS.label());

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    if (traffic.exchanges().stream().map(Observed::exchange).anyMatch(GoodNoticeTaken::unsettled)) {
      return;
    }
    for (Observed<LogoutMessage> logout : traffic.of(Transactions.LOGOUT, LogoutMessage.class)) {
      LogoutMessage message = logout.message();
      if (message == null) {
        continue;
      }
      for (LogoutNotice notice : message.notices()) {
        if (notice.faults().isEmpty() && notice.status() == LogoutNotice.Status.REFUSED) {
          findings.add(
              logout.exchange().sequence(),
              notice.address(),
              "200 en réponse à un logout_token correct",
              String.valueOf(notice.httpStatus()),
              "Lisez logout_token dans le corps du POST, vérifiez-le, fermez la session"
                  + " locale et répondez 200.");
        }
      }
    }
  }

  private static boolean unsettled(Exchange exchange) {
    return exchange.faults().stream().anyMatch(OF_KEYS::contains)
        || (Transactions.JWKS.equals(exchange.transaction())
            && (!exchange.faults().isEmpty() || LoginTrail.replaced(exchange)));
  }
}
