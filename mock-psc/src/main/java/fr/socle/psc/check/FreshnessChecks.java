package fr.socle.psc.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.Login;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code state}, {@code nonce} and the PKCE challenge serve once. No standard says so without
 * condition: RFC 6749 10.12 and OpenID Connect Core 15.5.2 let both be a hash of the cookie of a
 * session, the same for all its requests, and RFC 9700 2.1.1 asks for a value of the transaction in
 * one place, which may be the PKCE challenge. Hence a reserve. A request repeated before it was
 * answered is the same request: a person reloaded the page.
 */
final class FreshnessChecks {
  private FreshnessChecks() {}

  static List<SequenceCheck> all() {
    return List.of(
        new Fresh(
            new Rule(
                "PSC-SUI-01",
                RuleSource.CONNU,
                "psc.md 4.2 (K); RFC 9700 2.1",
                List.of("PSC-RP-02"),
                "Le state est neuf à chaque demande d'authentification."),
            "state",
            "Tirez un nouveau state à chaque demande d'authentification.",
            Login::state),
        new Fresh(
            new Rule(
                "PSC-SUI-02",
                RuleSource.CONNU,
                "psc.md 4.2 (K); RFC 9700 4.5.3.2",
                List.of("PSC-RP-02"),
                "Le nonce est neuf à chaque demande d'authentification."),
            "nonce",
            "Tirez un nouveau nonce à chaque demande d'authentification.",
            Login::nonce),
        new Fresh(
            new Rule(
                "PSC-SUI-13",
                RuleSource.CONNU,
                "psc.md 1.4 (S: POC, PKCE facultatif); RFC 7636 4.1 et RFC 9700 2.1.1",
                List.of("PSC-RP-02"),
                "Le code_challenge est neuf à chaque demande d'authentification."),
            "code_challenge",
            "Tirez un nouveau code_verifier à chaque demande d'authentification, et"
                + " calculez-en le code_challenge.",
            Login::challenge));
  }

  private record Fresh(Rule rule, String name, String mend, Function<Login, @Nullable String> value)
      implements SequenceCheck {

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      Set<String> answered = new HashSet<>();
      for (LoginTrail.Step step : LoginTrail.steps(traffic)) {
        String sent = value.apply(step.login());
        if (sent == null || sent.isEmpty()) {
          continue;
        }
        if (step.request() && answered.contains(sent)) {
          findings.add(
              step.exchange().sequence(),
              name,
              "une valeur neuve",
              "une valeur qui a déjà servi : " + sent,
              mend);
        }
        if (step.login().ending().answered()) {
          answered.add(sent);
        }
      }
    }
  }
}
