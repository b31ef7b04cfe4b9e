package fr.socle.psc.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.service.AuthorizationCode;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.PresentedCode;
import fr.socle.psc.service.PresentedToken;
import fr.socle.psc.service.PscFault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes and refresh tokens serve once. Not judged when a fault disturbed the first answer: the
 * relying party may never have received it. A refresh token sent again before the first answer is
 * not judged either: two threads of a relying party may renew at the same time.
 */
final class OnceChecks {
  private OnceChecks() {}

  static List<SequenceCheck> all() {
    return List.of(
        new Once(
            new Rule(
                "PSC-SUI-03",
                RuleSource.NORME,
                "RFC 6749 4.1.2; psc.md 1.6 (K)",
                List.of("PSC-RP-04"),
                "Un code s'échange une seule fois."),
            "code",
            false,
            OnceChecks::code,
            OnceChecks::replayed,
            "un code déjà présenté",
            "Échangez chaque code une seule fois, et recommencez la connexion si l'échange"
                + " échoue."),
        new Once(
            new Rule(
                "PSC-SUI-04",
                RuleSource.NORME,
                "RFC 6749 6",
                List.of("EXI-PSC-15"),
                "Un jeton de rafraîchissement remplacé ne sert plus."),
            "refresh_token",
            true,
            OnceChecks::refresh,
            traffic -> Set.of(),
            "un jeton de rafraîchissement déjà remplacé",
            "À chaque rafraîchissement, gardez le refresh_token de la réponse à la place de"
                + " l'ancien."));
  }

  // A return that a fault replayed is the affair of the state (PSC-SUI-08)
  private static Set<String> replayed(WindowTraffic traffic) {
    return LoginTrail.steps(traffic).stream()
        .filter(step -> step.exchange().faults().contains(PscFault.RETOUR_REJOUE.label()))
        .flatMap(step -> Stream.ofNullable(step.login().codeId()))
        .collect(Collectors.toSet());
  }

  private static @Nullable String code(TokenMessage message) {
    PresentedCode presented = message.outcome().code();
    AuthorizationCode code = presented == null ? null : presented.code();
    return code == null ? null : code.id();
  }

  private static @Nullable String refresh(TokenMessage message) {
    PresentedToken presented = message.outcome().refresh();
    IssuedToken token = presented == null ? null : presented.token();
    boolean spent =
        message.succeeded()
            || (presented != null && presented.state() == PresentedToken.State.REPLACED);
    return token == null || !spent ? null : token.id();
  }

  private record Once(
      Rule rule,
      String name,
      boolean mayCross,
      Function<TokenMessage, @Nullable String> identifier,
      Function<WindowTraffic, Set<String>> apart,
      String found,
      String mend)
      implements SequenceCheck {

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      Map<String, Exchange> first = new HashMap<>();
      Set<String> leftOut = apart.apply(traffic);
      for (Observed<TokenMessage> call : traffic.of(Transactions.TOKEN, TokenMessage.class)) {
        TokenMessage message = call.message();
        String id = message == null ? null : identifier.apply(message);
        if (id == null || leftOut.contains(id)) {
          continue;
        }
        Exchange now = call.exchange();
        Exchange before = first.putIfAbsent(id, now);
        if (before != null
            && before.faults().isEmpty()
            && !(mayCross && now.startedAt().isBefore(answered(before)))) {
          findings.add(now.sequence(), name, "une seule fois", found, mend);
        }
      }
    }

    private static Instant answered(Exchange exchange) {
      return exchange.startedAt().plus(exchange.durationMicros(), ChronoUnit.MICROS);
    }
  }
}
