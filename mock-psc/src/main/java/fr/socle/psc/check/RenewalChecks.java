package fr.socle.psc.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.protocol.UserinfoMessage;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.IssuedToken.Kind;
import fr.socle.psc.service.PresentedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expired access token is renewed. Presenting one and renewing it then is only a remark: case 1a
 * of the CI-SIS volume has it done so at the token exchange. Never renewing it while a refresh
 * token is good disconnects an active user (EXI PSC 11, as a reviewer of the registry quotes it).
 */
final class RenewalChecks {
  private static final Rule BEFORE_USE =
      new Rule(
          "PSC-SUI-06",
          RuleSource.CONNU,
          "psc.md 4.2 (K)",
          List.of("PSC-RP-12"),
          "Un jeton d'accès expiré n'est pas présenté.");
  private static final Rule AT_ALL =
      new Rule(
          "PSC-SUI-07",
          RuleSource.SECONDE_MAIN,
          "psc.md 4.1 (EXI PSC 11, S2: REG)",
          List.of("PSC-RP-12"),
          "Un jeton d'accès expiré est renouvelé par le jeton de rafraîchissement.");

  private RenewalChecks() {}

  static List<SequenceCheck> all() {
    return List.of(new Renewal(BEFORE_USE, true), new Renewal(AT_ALL, false));
  }

  private record Renewal(Rule rule, boolean findsRenewed) implements SequenceCheck {

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      for (Observed<UserinfoMessage> call :
          traffic.of(Transactions.USERINFO, UserinfoMessage.class)) {
        UserinfoMessage message = call.message();
        IssuedToken token = message == null ? null : expired(message);
        if (message == null || token == null) {
          continue;
        }
        long at = call.exchange().sequence();
        boolean lost =
            message.outcome().renewable()
                && !renewed(traffic, token, at)
                && !LoginTrail.disturbed(traffic, at, Long.MAX_VALUE);
        if (lost != findsRenewed) {
          findings.add(
              at,
              "en-tête Authorization",
              "un jeton d'accès en cours de validité",
              lost
                  ? "un jeton d'accès expiré, qui n'est jamais renouvelé"
                  : "un jeton d'accès expiré",
              lost
                  ? "Demandez de nouveaux jetons avec le refresh_token, sans déconnecter"
                      + " l'utilisateur."
                  : "Rafraîchissez le jeton d'accès avant son expiration (expires_in).");
        }
      }
    }
  }

  private static @Nullable IssuedToken expired(UserinfoMessage message) {
    PresentedToken presented = message.outcome().token();
    IssuedToken token = presented == null ? null : presented.token();
    boolean late =
        presented != null
            && presented.state() == PresentedToken.State.EXPIRED
            && token != null
            && token.kind() == Kind.ACCESS;
    return late ? token : null;
  }

  private static boolean renewed(WindowTraffic traffic, IssuedToken token, long after) {
    return traffic.of(Transactions.TOKEN, TokenMessage.class).stream()
        .filter(call -> call.exchange().sequence() > after)
        .map(Observed::message)
        .map(message -> message == null ? null : message.outcome().refresh())
        .map(presented -> presented == null ? null : presented.token())
        .anyMatch(refresh -> refresh != null && refresh.loginCode().equals(token.loginCode()));
  }
}
