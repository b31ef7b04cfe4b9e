package fr.socle.psc.check;

import fr.socle.bench.check.Findings;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.PresentedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules on the life of tokens that hold at several endpoints. */
final class TokenRules {
  static final Rule NOT_AFTER_LOGOUT =
      new Rule(
          "PSC-JET-01",
          RuleSource.CONNU,
          "psc.md 4.2 (K)",
          List.of("PSC-RP-16"),
          "Aucun jeton n'est employé après la déconnexion.");

  static final Rule NOT_AFTER_NOTICE =
      new Rule(
          "PSC-JET-02",
          RuleSource.NORME,
          "OpenID Connect Back-Channel Logout 1.0, 2.7",
          List.of("PSC-RP-14"),
          "Aucun jeton d'une session n'est employé après l'accusé de réception de sa fin.");

  private TokenRules() {}

  /**
   * Whether a token is one that the end of its session was announced for and does not outlive:
   * those of {@code offline_access} should not be revoked then (Back-Channel Logout 1.0, 2.7).
   */
  static boolean endedByNotice(@Nullable PresentedToken presented) {
    IssuedToken token = presented == null ? null : presented.token();
    return presented != null
        && presented.state() == PresentedToken.State.TOLD_LOGGED_OUT
        && (token == null || !List.of(token.scope().split(" ")).contains("offline_access"));
  }

  static void tellUsedAfterNotice(Findings findings, String location) {
    findings.add(
        location,
        "aucun jeton d'une session dont Pro Santé Connect a annoncé la fin",
        "un jeton de cette session, après l'accusé de réception du logout_token",
        "En recevant le logout_token, fermez la session locale désignée par sid ou sub et oubliez"
            + " ses jetons.");
  }

  static void tellUsedAfterLogout(Findings findings, String location) {
    findings.add(
        location,
        "aucun jeton d'une session déconnectée",
        "un jeton de la session que le logiciel a déconnectée",
        "Oubliez tous les jetons au moment de la déconnexion.");
  }
}
