package fr.socle.psc.check.ciba;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.protocol.UserinfoMessage;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.PresentedToken;
import fr.socle.psc.service.PscFault;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of somebody else than the one asked for are dropped. One call of userinfo is allowed: it
 * may be how the client learns whose they are.
 */
final class RequestedUserCheck implements SequenceCheck {
  private static final Rule RULE =
      new Rule(
          "PSC-CIB-21",
          RuleSource.CONNU,
          "psc.md 4.2 (K)",
          List.of("PSC-RP-18"),
          "Les jetons d'un autre professionnel que celui de login_hint ne servent pas.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    for (Polls.Poll poll : Polls.of(traffic)) {
      if (poll.served()
          && poll.exchange().faults().contains(PscFault.CIBA_AUTRE_PERSONNE.label())) {
        judge(poll.requestId(), traffic, findings);
      }
    }
  }

  private static void judge(String login, WindowTraffic traffic, SequenceFindings findings) {
    Stream<Long> refreshes =
        traffic.of(Transactions.TOKEN, TokenMessage.class).stream()
            .filter(call -> call.message() != null && login.equals(login(call.message())))
            .map(RequestedUserCheck::sequence);
    Stream<Long> userinfos =
        traffic.of(Transactions.USERINFO, UserinfoMessage.class).stream()
            .filter(call -> call.message() != null && login.equals(login(call.message())))
            .map(RequestedUserCheck::sequence)
            .skip(1);
    Stream.of(refreshes.toList(), userinfos.toList())
        .flatMap(Collection::stream)
        .forEach(
            sequence ->
                findings.add(
                    sequence,
                    "SubjectNameID",
                    "aucun emploi de jetons qui ne sont pas ceux du professionnel demandé",
                    "les jetons d'un autre professionnel, employés malgré la panne "
                        + PscFault.CIBA_AUTRE_PERSONNE.label(),
                    "Comparez le SubjectNameID reçu au login_hint de la demande, et renoncez à la"
                        + " connexion s'ils diffèrent."));
  }

  private static long sequence(Observed<?> call) {
    return call.exchange().sequence();
  }

  private static @Nullable String login(TokenMessage message) {
    return login(message.outcome().refresh());
  }

  private static @Nullable String login(UserinfoMessage message) {
    return login(message.outcome().token());
  }

  private static @Nullable String login(@Nullable PresentedToken presented) {
    IssuedToken token = presented == null ? null : presented.token();
    return token == null ? null : token.loginCode();
  }
}
