package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.LogoutMessage;
import fr.socle.psc.service.LogoutDecision.Hint;
import fr.socle.psc.service.LogoutNotice;
import fr.socle.psc.service.PscFault;
import fr.socle.psc.service.RelyingParty;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is demanded of an end-session request (psc.md 2.4). */
final class LogoutChecks {
  private static final List<String> LOGOUT = List.of("PSC-RP-13");
  static final List<String> TOLD = List.of("PSC-RP-14");

  // Back-Channel Logout 1.0, 2.6, steps 2 to 6
  private static final Map<PscFault, String> FORGED =
      new EnumMap<>(
          Map.of(
              PscFault.DECONNEXION_SIGNATURE_FAUSSE,
              "Vérifiez la signature du logout_token avec les clés de Pro Santé Connect avant"
                  + " d'agir.",
              PscFault.DECONNEXION_AVEC_NONCE,
              "Refusez un logout_token qui porte un nonce : c'est un jeton d'identité détourné.",
              PscFault.DECONNEXION_ISS_FAUX,
              "Comparez l'iss du logout_token à l'émetteur de Pro Santé Connect.",
              PscFault.DECONNEXION_AUD_FAUX,
              "Refusez un logout_token dont l'aud n'est pas votre client_id.",
              PscFault.DECONNEXION_SANS_EVENEMENT,
              "Refusez un logout_token sans le membre events de la déconnexion.",
              PscFault.DECONNEXION_SANS_SESSION,
              "Refusez un logout_token qui ne désigne ni session (sid) ni personne (sub)."));

  private LogoutChecks() {}

  static List<Check<LogoutMessage>> all() {
    return List.of(hintSent(), hintOurs(), returnDeclared(), spoiltTokenRefused());
  }

  private static Check<LogoutMessage> hintSent() {
    return Check.of(
        new Rule(
            "PSC-DEC-01",
            RuleSource.VU,
            "psc.md 2.4 (S: KC-PSC, DRIMBOX, PROXY)",
            LOGOUT,
            "La déconnexion porte id_token_hint."),
        (exchange, findings) -> {
          boolean confirmation = exchange.message().asked().first("session_code").isPresent();
          if (!confirmation && exchange.message().decision().hint() == Hint.ABSENT) {
            findings.add(
                "id_token_hint",
                "le jeton d'identité de la session à fermer",
                "absent",
                "Envoyez le jeton d'identité dans id_token_hint : sans lui, Pro Santé Connect"
                    + " demande à l'utilisateur de confirmer.");
          }
        });
  }

  private static Check<LogoutMessage> hintOurs() {
    return Check.of(
        new Rule(
            "PSC-DEC-02",
            RuleSource.CONNU,
            "psc.md 2.4 (K)",
            LOGOUT,
            "L'id_token_hint est un jeton d'identité remis à ce client."),
        (exchange, findings) -> {
          Hint hint = exchange.message().decision().hint();
          if (hint == Hint.FOREIGN || hint == Hint.UNSIGNED) {
            findings.add(
                "id_token_hint",
                "un jeton d'identité remis à ce client par Pro Santé Connect",
                hint == Hint.UNSIGNED ? "un jeton qui annonce alg=none" : "un autre jeton",
                "Gardez l'id_token de la connexion et renvoyez-le tel quel.");
          }
        });
  }

  private static Check<LogoutMessage> spoiltTokenRefused() {
    return Check.of(
        new Rule(
            "PSC-DEC-05",
            RuleSource.NORME,
            "OpenID Connect Back-Channel Logout 1.0, 2.6 et 2.8",
            TOLD,
            "Un logout_token qui ne se vérifie pas est refusé par 400."),
        (exchange, findings) -> {
          for (LogoutNotice notice : exchange.message().notices()) {
            if (forged(notice) && notice.status() == LogoutNotice.Status.ACCEPTED) {
              findings.add(
                  notice.address(),
                  "400 en réponse à un logout_token qui ne se vérifie pas",
                  String.valueOf(notice.httpStatus()),
                  mend(notice));
            }
          }
        });
  }

  private static boolean forged(LogoutNotice notice) {
    return notice.faults().stream().anyMatch(FORGED::containsKey);
  }

  private static String mend(LogoutNotice notice) {
    return FORGED.entrySet().stream()
        .filter(fault -> notice.faults().contains(fault.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static Check<LogoutMessage> returnDeclared() {
    return Check.of(
        new Rule(
            "PSC-DEC-03",
            RuleSource.NORME,
            "OpenID Connect RP-Initiated Logout 1.0, 2",
            LOGOUT,
            "L'adresse de retour de la déconnexion est déclarée."),
        (exchange, findings) -> {
          RelyingParty client = exchange.message().decision().client();
          Optional<String> address = exchange.message().asked().first("post_logout_redirect_uri");
          if (client != null && address.filter(sent -> !client.returnsTo(sent)).isPresent()) {
            findings.add(
                "post_logout_redirect_uri",
                "une adresse déclarée pour la déconnexion",
                address.get(),
                "Déclarez cette adresse, ou renvoyez vers une adresse déclarée.");
          }
        });
  }
}
