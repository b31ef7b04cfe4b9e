package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.UserinfoMessage;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.IssuedToken.Kind;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.PresentedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is demanded of a userinfo request (psc.md 2.1, step 6). */
final class UserinfoChecks {
  private static final List<String> STANDARD = List.of("EXI-PSC-15");

  private UserinfoChecks() {}

  static List<Check<UserinfoMessage>> all() {
    return List.of(
        tokenSent(),
        onePlace(),
        accessToken(),
        sameCertificate(),
        notAfterLogout(),
        notAfterNotice());
  }

  private static Check<UserinfoMessage> tokenSent() {
    return Check.of(
        new Rule(
            "PSC-UIN-01",
            RuleSource.NORME,
            "OpenID Connect Core 5.3.1; RFC 6750 2",
            STANDARD,
            "Userinfo s'appelle avec le jeton d'accès."),
        (exchange, findings) -> {
          if (exchange.message().places().isEmpty()) {
            findings.add(
                "en-tête Authorization",
                "Bearer et le jeton d'accès",
                exchange.request().headers().first("Authorization").isPresent()
                    ? "un en-tête qui n'est pas Bearer"
                    : "absent",
                "Envoyez le jeton d'accès dans l'en-tête Authorization: Bearer.");
          }
        });
  }

  private static Check<UserinfoMessage> onePlace() {
    return Check.of(
        new Rule(
            "PSC-UIN-02",
            RuleSource.NORME,
            "RFC 6750 2",
            STANDARD,
            "Le jeton d'accès n'est qu'à une place."),
        (exchange, findings) -> {
          if (exchange.message().places().size() > 1) {
            findings.add(
                "en-tête Authorization",
                "une seule place",
                exchange.message().places().size() + " places",
                "N'envoyez le jeton d'accès que dans l'en-tête Authorization.");
          }
        });
  }

  private static Check<UserinfoMessage> accessToken() {
    return Check.of(
        new Rule(
            "PSC-UIN-03",
            RuleSource.NORME,
            "OpenID Connect Core 5.3.1",
            STANDARD,
            "Userinfo s'appelle avec un jeton d'accès, non avec un autre jeton."),
        (exchange, findings) -> {
          IssuedToken token = token(exchange.message());
          if (token != null && token.kind() != Kind.ACCESS) {
            findings.add(
                "en-tête Authorization",
                "le jeton d'accès (access_token)",
                token.kind() == Kind.ID
                    ? "le jeton d'identité (id_token)"
                    : "le jeton de rafraîchissement (refresh_token)",
                "Envoyez à userinfo l'access_token de la réponse du point token.");
          }
        });
  }

  private static Check<UserinfoMessage> sameCertificate() {
    return Check.of(
        new Rule(
            "PSC-UIN-04",
            RuleSource.CONNU,
            "psc.md 4.2 (K); RFC 8705 3",
            List.of("PSC-RP-19"),
            "Un jeton lié à un certificat se présente avec ce certificat."),
        (exchange, findings) -> {
          IssuedToken token = token(exchange.message());
          OidcError error = exchange.message().outcome().error();
          PresentedToken presented = exchange.message().outcome().token();
          boolean good = presented != null && presented.state() == PresentedToken.State.VALID;
          boolean bound = token != null && token.thumbprint() != null;
          boolean unbound =
              error != null
                  && String.valueOf(error.description()).startsWith("Client certificate missing");
          if (good && bound && unbound) {
            findings.add(
                "certificat client",
                "le certificat présenté au point token",
                exchange.request().tls().clientCertificate().isPresent() ? "un autre" : "aucun",
                "Présentez le certificat d'organisation à userinfo comme au point token.");
          }
        });
  }

  private static Check<UserinfoMessage> notAfterLogout() {
    return Check.of(
        TokenRules.NOT_AFTER_LOGOUT,
        (exchange, findings) -> {
          PresentedToken presented = exchange.message().outcome().token();
          if (presented != null && presented.state() == PresentedToken.State.LOGGED_OUT) {
            TokenRules.tellUsedAfterLogout(findings, "en-tête Authorization");
          }
        });
  }

  private static Check<UserinfoMessage> notAfterNotice() {
    return Check.of(
        TokenRules.NOT_AFTER_NOTICE,
        (exchange, findings) -> {
          if (TokenRules.endedByNotice(exchange.message().outcome().token())) {
            TokenRules.tellUsedAfterNotice(findings, "en-tête Authorization");
          }
        });
  }

  private static @Nullable IssuedToken token(UserinfoMessage message) {
    PresentedToken presented = message.outcome().token();
    return presented == null ? null : presented.token();
  }
}
