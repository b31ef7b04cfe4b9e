package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.service.AuthorizationCode;
import fr.socle.psc.service.PresentedCode;
import fr.socle.psc.service.PresentedToken;
import java.util.List;
import java.util.Set;

/** What is demanded of a token request (psc.md 2.1, step 4). */
final class TokenChecks {
  private static final List<String> STANDARD = List.of("EXI-PSC-15");
  // A flow that Pro Santé Connect defines, psc.md 2.2 (S: CIBA-PAGE)
  private static final String CIBA = "urn:openid:params:grant-type:ciba";
  private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token", CIBA);

  private TokenChecks() {}

  static List<Check<TokenMessage>> all() {
    return List.of(grant(), sameRedirect(), ownCode(), notAfterLogout(), notAfterNotice());
  }

  private static Check<TokenMessage> grant() {
    return Check.of(
        new Rule(
            "PSC-TOK-01",
            RuleSource.TEXTE,
            "psc.md 4.1 (EXI PSC 10, S: REG); psc.md 2.1 (S: TRANSPORT); psc.md 2.2 (S:"
                + " CIBA-PAGE)",
            List.of("EXI-PSC-10"),
            "Les jetons s'obtiennent par une cinématique de Pro Santé Connect : code, CIBA ou jeton de"
                + " rafraîchissement."),
        (exchange, findings) -> {
          String grant = exchange.message().form().first("grant_type").orElse("absent");
          if (exchange.message().isForm() && !GRANTS.contains(grant)) {
            findings.add(
                "grant_type",
                "authorization_code, refresh_token ou " + CIBA,
                grant,
                "Suivez les cinématiques de Pro Santé Connect : échangez un code ou"
                    + " interrogez une demande CIBA, puis rafraîchissez.");
          }
        });
  }

  private static Check<TokenMessage> sameRedirect() {
    return Check.of(
        new Rule(
            "PSC-TOK-02",
            RuleSource.NORME,
            "RFC 6749 4.1.3",
            STANDARD,
            "Le redirect_uri de l'échange est celui de la demande d'authentification."),
        (exchange, findings) -> {
          PresentedCode presented = exchange.message().outcome().code();
          AuthorizationCode code = presented == null ? null : presented.code();
          if (code == null) {
            return;
          }
          String sent = exchange.message().form().first("redirect_uri").orElse("absent");
          if (!sent.equals(code.redirectUri())) {
            findings.add(
                "redirect_uri",
                code.redirectUri(),
                sent,
                "Envoyez avec le code le redirect_uri de la demande, au caractère près.");
          }
        });
  }

  private static Check<TokenMessage> ownCode() {
    return Check.of(
        new Rule(
            "PSC-TOK-03",
            RuleSource.NORME,
            "RFC 6749 4.1.3",
            STANDARD,
            "Un client n'échange que les codes qui lui sont destinés."),
        (exchange, findings) -> {
          PresentedCode presented = exchange.message().outcome().code();
          if (presented != null && presented.state() == PresentedCode.State.OTHER_CLIENT) {
            findings.add(
                "code",
                "un code remis à ce client",
                "un code remis à un autre client",
                "Échangez le code avec le client_id de la demande d'authentification.");
          }
        });
  }

  private static Check<TokenMessage> notAfterLogout() {
    return Check.of(
        TokenRules.NOT_AFTER_LOGOUT,
        (exchange, findings) -> {
          PresentedToken refresh = exchange.message().outcome().refresh();
          if (refresh != null && refresh.state() == PresentedToken.State.LOGGED_OUT) {
            TokenRules.tellUsedAfterLogout(findings, "refresh_token");
          }
        });
  }

  private static Check<TokenMessage> notAfterNotice() {
    return Check.of(
        TokenRules.NOT_AFTER_NOTICE,
        (exchange, findings) -> {
          if (TokenRules.endedByNotice(exchange.message().outcome().refresh())) {
            TokenRules.tellUsedAfterNotice(findings, "refresh_token");
          }
        });
  }
}
