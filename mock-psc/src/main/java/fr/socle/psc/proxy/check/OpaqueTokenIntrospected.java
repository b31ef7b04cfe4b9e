package fr.socle.psc.proxy.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.exchange.protocol.ApiIntrospectionMessage;
import fr.socle.psc.exchange.protocol.ApiTransactions;
import fr.socle.psc.proxy.protocol.ProxyTransactions;
import fr.socle.psc.proxy.protocol.SendMessage;
import fr.socle.psc.proxy.protocol.SendMessage.Trial;
import fr.socle.psc.service.Digests;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API introspects its token: at each call says psc.md 2.6, every half hour says 1.3 (both S:
 * TRANSPORT), so the longer of the two is what can be held against it. Judged for opaque tokens
 * alone, which mean nothing without it: a signed JWT needs none (1.3). Judged only where the token
 * was issued by the bench's server within the window: elsewhere introspections are not seen.
 */
final class OpaqueTokenIntrospected implements SequenceCheck {
  private static final Rule RULE =
      new Rule(
          "PRX-API-02",
          RuleSource.TEXTE,
          "psc.md 2.6 (S: TRANSPORT)",
          List.of("PSC-API-02"),
          "L'API introspecte le jeton opaque qu'elle reçoit, au moins toutes les demi-heures.");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Set<String> issued = new HashSet<>();
    for (Observed<SendMessage> each : traffic.of(ProxyTransactions.SEND, SendMessage.class)) {
      SendMessage message = each.message();
      Trial trial = message == null ? null : message.trial();
      String digest = trial == null ? null : trial.tokenDigest();
      if (trial == null || digest == null || !trial.opaque() || !trial.ownServer()) {
        continue;
      }
      if (trial.exchangeStatus() != null) {
        issued.add(digest);
      }
      if (issued.contains(digest)
          && accepted(trial.callStatus())
          && !introspected(traffic, digest, each.exchange())) {
        findings.add(
            each.exchange().sequence(),
            "introspection",
            "une introspection de ce jeton, pendant l'appel ou la demi-heure d'avant",
            "aucune",
            "Introspectez le jeton au serveur d'autorisation avant de servir l'appel.");
      }
    }
  }

  private static boolean accepted(@Nullable Integer status) {
    return status != null && status < 300;
  }

  private static boolean introspected(WindowTraffic traffic, String digest, Exchange call) {
    Instant oldest = call.startedAt().minus(HALF_HOUR);
    return traffic.of(ApiTransactions.INTROSPECT, ApiIntrospectionMessage.class).stream()
        .filter(one -> one.exchange().sequence() < call.sequence())
        .filter(one -> !one.exchange().startedAt().isBefore(oldest))
        .map(Observed::message)
        .anyMatch(
            one ->
                one != null
                    && one.form()
                        .first("token")
                        .map(Digests::sha256)
                        .map(Digests::base64Url)
                        .filter(digest::equals)
                        .isPresent());
  }
}
