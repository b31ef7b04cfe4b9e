package fr.socle.psc.check;

import fr.socle.bench.check.Findings;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.List;

/** Rules on the life of tokens that hold at several endpoints. */
final class TokenRules {
  static final Rule NOT_AFTER_LOGOUT =
      new Rule(
          "PSC-JET-01",
          RuleSource.CONNU,
          "psc.md 4.2 (K)",
          List.of("PSC-RP-16"),
          "Aucun jeton n'est employé après la déconnexion.");

  private TokenRules() {}

  static void tellUsedAfterLogout(Findings findings, String location) {
    findings.add(
        location,
        "aucun jeton d'une session déconnectée",
        "un jeton de la session que le logiciel a déconnectée",
        "Oubliez tous les jetons au moment de la déconnexion.");
  }
}
