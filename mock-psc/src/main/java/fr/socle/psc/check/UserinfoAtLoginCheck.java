package fr.socle.psc.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.protocol.UserinfoMessage;
import fr.socle.psc.service.AuthorizationCode;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.PresentedCode;
import fr.socle.psc.service.PresentedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Userinfo is called at each login. Not judged when a fault disturbed Pro Santé Connect since the
 * code was exchanged: a relying party that rejects a bad ID token is right not to go on.
 */
final class UserinfoAtLoginCheck implements SequenceCheck {
  private static final Rule RULE =
      new Rule(
          "PSC-SUI-05",
          RuleSource.CONNU,
          "psc.md 4.2 (K); psc.md 2.1, étape 6",
          List.of("PSC-RP-07"),
          "Userinfo est appelé à chaque connexion.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    for (Observed<TokenMessage> exchange : traffic.of(Transactions.TOKEN, TokenMessage.class)) {
      String login = login(exchange.message());
      long at = exchange.exchange().sequence();
      if (login != null
          && !LoginTrail.disturbed(traffic, at, Long.MAX_VALUE)
          && !called(traffic, login)) {
        findings.add(
            at,
            "userinfo",
            "un appel à userinfo après l'échange du code",
            "aucun",
            "Appelez userinfo à chaque connexion et rafraîchissez les données du"
                + " professionnel.");
      }
    }
  }

  private static @Nullable String login(@Nullable TokenMessage message) {
    PresentedCode presented = message == null ? null : message.outcome().code();
    AuthorizationCode code = presented == null ? null : presented.code();
    return message == null || code == null || !message.succeeded() ? null : code.id();
  }

  private static boolean called(WindowTraffic traffic, String login) {
    return traffic.of(Transactions.USERINFO, UserinfoMessage.class).stream()
        .map(Observed::message)
        .map(message -> message == null ? null : message.outcome().token())
        .map(UserinfoAtLoginCheck::loginOf)
        .anyMatch(login::equals);
  }

  private static @Nullable String loginOf(@Nullable PresentedToken presented) {
    IssuedToken token = presented == null ? null : presented.token();
    return token == null ? null : token.loginCode();
  }
}
