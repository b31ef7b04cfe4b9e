package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.AuthorizationMessage;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.service.AuthorizationCode;
import fr.socle.psc.service.CodeChallenge;
import fr.socle.psc.service.PresentedCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** PKCE, optional at Pro Santé Connect (psc.md 1.4), well formed when it is used (RFC 7636). */
final class PkceChecks {
  // RFC 7636 4.2: base64url of 32 bytes
  private static final Pattern S256 = Pattern.compile("[A-Za-z0-9_-]{43}");

  private PkceChecks() {}

  static List<Check<AuthorizationMessage>> ofRequest() {
    return List.of(challengeForm(), challengeMethod());
  }

  static List<Check<TokenMessage>> ofExchange() {
    return List.of(verifierForm(), verifierAnswers());
  }

  private static Check<AuthorizationMessage> challengeForm() {
    return Check.of(
        new Rule(
            "PSC-PKCE-01",
            RuleSource.NORME,
            "RFC 7636 4.2, 4.3",
            List.of("PSC-RP-02"),
            "Le code_challenge est bien formé et sa méthode existe."),
        (exchange, findings) -> {
          Optional<String> challenge = exchange.message().asked().first("code_challenge");
          if (challenge.isEmpty()) {
            return;
          }
          String method = exchange.message().asked().first("code_challenge_method").orElse("plain");
          boolean good =
              switch (method) {
                case "S256" -> S256.matcher(challenge.get()).matches();
                case "plain" -> CodeChallenge.wellFormed(challenge.get());
                default -> false;
              };
          if (!good) {
            findings.add(
                "code_challenge",
                "base64url sans remplissage du SHA-256 du code_verifier (43 caractères), et"
                    + " code_challenge_method=S256",
                challenge.get() + " (" + method + ")",
                "Calculez code_challenge comme le demande la méthode S256.");
          }
        });
  }

  private static Check<AuthorizationMessage> challengeMethod() {
    return Check.of(
        new Rule(
            "PSC-PKCE-02",
            RuleSource.CONNU,
            "RFC 7636 4.2 (S256 s'impose à qui en est capable)",
            List.of("PSC-RP-02"),
            "La méthode de PKCE est S256."),
        (exchange, findings) -> {
          boolean used = exchange.message().asked().first("code_challenge").isPresent();
          String method = exchange.message().asked().first("code_challenge_method").orElse("plain");
          if (used && method.equals("plain")) {
            findings.add(
                "code_challenge_method",
                "S256",
                "plain",
                "Envoyez code_challenge_method=S256 et le SHA-256 du code_verifier.");
          }
        });
  }

  private static Check<TokenMessage> verifierForm() {
    return Check.of(
        new Rule(
            "PSC-PKCE-03",
            RuleSource.NORME,
            "RFC 7636 4.1",
            List.of("EXI-PSC-15"),
            "Le code_verifier a de 43 à 128 caractères permis."),
        (exchange, findings) ->
            exchange
                .message()
                .form()
                .first("code_verifier")
                .filter(verifier -> !CodeChallenge.wellFormed(verifier))
                .ifPresent(
                    verifier ->
                        findings.add(
                            "code_verifier",
                            "43 à 128 caractères parmi A-Z a-z 0-9 - . _ ~",
                            verifier.length() + " caractères",
                            "Tirez le code_verifier sur 32 octets et écrivez-le en base64url.")));
  }

  private static Check<TokenMessage> verifierAnswers() {
    return Check.of(
        new Rule(
            "PSC-PKCE-04",
            RuleSource.NORME,
            "RFC 7636 4.5, 4.6",
            List.of("EXI-PSC-15"),
            "Le code_verifier est celui de la demande d'authentification."),
        (exchange, findings) -> {
          PresentedCode presented = exchange.message().outcome().code();
          // A code that comes back is judged for that, not for the verifier of another request
          if (presented == null || presented.state() == PresentedCode.State.REUSED) {
            return;
          }
          AuthorizationCode code = presented.code();
          CodeChallenge challenge = code == null ? null : code.challenge();
          if (challenge == null) {
            return;
          }
          Optional<String> verifier = exchange.message().form().first("code_verifier");
          boolean malformed =
              verifier.filter(value -> !CodeChallenge.wellFormed(value)).isPresent();
          if (!malformed && verifier.filter(challenge::answeredBy).isEmpty()) {
            findings.add(
                "code_verifier",
                "celui dont le code_challenge de la demande est tiré",
                verifier.isPresent() ? "un autre" : "absent",
                "Gardez le code_verifier de chaque demande et envoyez-le avec son code.");
          }
        });
  }
}
