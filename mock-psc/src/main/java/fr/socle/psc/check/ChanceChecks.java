package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.AuthorizationMessage;
import java.util.List;

/** {@code state} and {@code nonce}: there, and drawn by chance (psc.md 1.4). */
final class ChanceChecks {
  private static final List<String> REQUEST = List.of("PSC-RP-02");

  private ChanceChecks() {}

  static List<Check<AuthorizationMessage>> all() {
    return List.of(statePresent(), stateUnguessable(), noncePresent(), nonceUnguessable());
  }

  private static Check<AuthorizationMessage> statePresent() {
    return Check.of(
        rule(
            "PSC-AUT-10",
            RuleSource.TEXTE,
            "psc.md 1.4 (S: TRANSPORT)",
            "La demande d'authentification porte un state."),
        (exchange, findings) -> {
          if (exchange.message().asked().first("state").isEmpty()) {
            findings.add(
                "state",
                "une valeur imprévisible, neuve à chaque demande",
                "absent",
                "Envoyez un state neuf et vérifiez-le au retour.");
          }
        });
  }

  private static Check<AuthorizationMessage> stateUnguessable() {
    return Check.of(
        rule(
            "PSC-AUT-11",
            RuleSource.CONNU,
            "psc.md 4.2 (K); RFC 6749 10.12",
            "Le state ne se devine pas."),
        (exchange, findings) ->
            exchange
                .message()
                .asked()
                .first("state")
                .filter(Guessing::isEasy)
                .ifPresent(
                    value ->
                        findings.add(
                            "state",
                            "au moins 64 bits tirés au hasard",
                            value.length() + " caractères : " + value,
                            "Tirez le state au hasard, sur 16 octets par exemple.")));
  }

  private static Check<AuthorizationMessage> noncePresent() {
    return Check.of(
        rule(
            "PSC-AUT-12",
            RuleSource.VU,
            "psc.md 1.4 (S: exemple de TRANSPORT, TOKEN, DRIMBOX)",
            "La demande d'authentification porte un nonce."),
        (exchange, findings) -> {
          if (exchange.message().asked().first("nonce").isEmpty()) {
            findings.add(
                "nonce",
                "une valeur imprévisible, neuve à chaque demande",
                "absent",
                "Envoyez un nonce neuf et vérifiez-le dans le jeton d'identité.");
          }
        });
  }

  private static Check<AuthorizationMessage> nonceUnguessable() {
    return Check.of(
        rule(
            "PSC-AUT-13",
            RuleSource.CONNU,
            "psc.md 4.2 (K); OpenID Connect Core 3.1.2.1",
            "Le nonce ne se devine pas."),
        (exchange, findings) ->
            exchange
                .message()
                .asked()
                .first("nonce")
                .filter(Guessing::isEasy)
                .ifPresent(
                    value ->
                        findings.add(
                            "nonce",
                            "au moins 64 bits tirés au hasard",
                            value.length() + " caractères : " + value,
                            "Tirez le nonce au hasard, sur 16 octets par exemple.")));
  }

  private static Rule rule(String id, RuleSource source, String key, String title) {
    return new Rule(id, source, key, REQUEST, title);
  }
}
