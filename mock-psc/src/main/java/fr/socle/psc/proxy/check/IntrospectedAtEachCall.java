package fr.socle.psc.proxy.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.exchange.protocol.ApiIntrospectionMessage;
import fr.socle.psc.exchange.protocol.ApiTransactions;
import fr.socle.psc.proxy.protocol.ProxyTransactions;
import fr.socle.psc.proxy.protocol.SendMessage;
import fr.socle.psc.proxy.protocol.SendMessage.Trial;
import fr.socle.psc.service.Digests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API introspects its token at each call. Judged for opaque tokens alone, which mean nothing
 * without it: a signed JWT needs no introspection, psc.md 1.3 (S: TRANSPORT).
 */
final class IntrospectedAtEachCall implements SequenceCheck {
  private static final Rule RULE =
      new Rule(
          "PRX-API-02",
          RuleSource.TEXTE,
          "psc.md 2.6 (S: TRANSPORT)",
          List.of("PSC-API-02"),
          "L'API introspecte le jeton opaque de chaque appel.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    long before = 0;
    for (Observed<SendMessage> each : traffic.of(ProxyTransactions.SEND, SendMessage.class)) {
      long at = each.exchange().sequence();
      SendMessage message = each.message();
      Trial trial = message == null ? null : message.trial();
      String digest = trial == null ? null : trial.tokenDigest();
      if (trial != null
          && digest != null
          && trial.opaque()
          && accepted(trial.callStatus())
          && !introspected(traffic, digest, before, at)) {
        findings.add(
            at,
            "introspection",
            "une introspection de ce jeton pendant l'appel",
            "aucune",
            "Introspectez le jeton au serveur d'autorisation avant de servir chaque appel.");
      }
      before = at;
    }
  }

  private static boolean accepted(@Nullable Integer status) {
    return status != null && status < 300;
  }

  private static boolean introspected(WindowTraffic traffic, String digest, long from, long to) {
    return traffic.of(ApiTransactions.INTROSPECT, ApiIntrospectionMessage.class).stream()
        .filter(one -> one.exchange().sequence() > from && one.exchange().sequence() < to)
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
