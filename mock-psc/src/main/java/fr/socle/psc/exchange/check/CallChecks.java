package fr.socle.psc.exchange.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.exchange.protocol.ApiCallMessage;
import fr.socle.psc.exchange.service.Admission.State;
import fr.socle.psc.exchange.service.ApiToken;
import fr.socle.psc.exchange.service.SessionSignatures.SessionData;
import java.util.List;

/** The token and the certificate of a business call (psc.md 2.6). */
final class CallChecks {
  private CallChecks() {}

  static List<Check<ApiCallMessage>> all() {
    return List.of(tokenSent(), exchanged(), sameCertificate(), scope(), inForce());
  }

  private static Check<ApiCallMessage> tokenSent() {
    return Check.of(
        rule(
            "API-APP-01",
            RuleSource.TEXTE,
            "psc.md 2.6 (S: TRANSPORT); RFC 6750 2.1",
            "PSC-PX-09",
            "L'appel métier porte le jeton d'API dans l'en-tête Authorization."),
        (exchange, findings) -> {
          if (exchange.message().admission().state() == State.ABSENT) {
            findings.add(
                "en-tête Authorization",
                "Bearer et le jeton d'API",
                exchange.request().headers().first("Authorization").isEmpty()
                    ? "absent"
                    : "un autre schéma",
                "Envoyez « Authorization: Bearer » suivi du jeton d'API.");
          }
        });
  }

  private static Check<ApiCallMessage> exchanged() {
    return Check.of(
        rule(
            "API-APP-02",
            RuleSource.CONNU,
            "psc.md 4.2 (K, PSC-API-01); psc.md 2.6",
            "PSC-PX-09",
            "L'appel métier ne porte pas le jeton de Pro Santé Connect tel quel."),
        (exchange, findings) -> {
          if (exchange.message().admission().state() == State.PSC_TOKEN) {
            findings.add(
                "en-tête Authorization",
                "le jeton de l'API",
                "un jeton de Pro Santé Connect",
                "Échangez d'abord le jeton au serveur d'autorisation de l'API.");
          }
        });
  }

  private static Check<ApiCallMessage> sameCertificate() {
    return Check.of(
        rule(
            "API-APP-03",
            RuleSource.TEXTE,
            "psc.md 2.6 (S: TRANSPORT); RFC 8705 3",
            "PSC-PX-04",
            "L'appel métier présente le certificat de l'échange."),
        (exchange, findings) -> {
          ApiCallMessage message = exchange.message();
          if (message.admission().state() == State.OTHER_CERTIFICATE) {
            findings.add(
                "certificat client",
                "celui dont l'empreinte est dans le cnf du jeton",
                message.certificate() == null ? "aucun" : message.certificate(),
                "Présentez à l'appel métier le certificat qui a servi à l'échange.");
          }
        });
  }

  private static Check<ApiCallMessage> scope() {
    return Check.of(
        rule(
            "API-APP-04",
            RuleSource.TEXTE,
            "psc.md 2.6 (S: TRANSPORT)",
            "PSC-PX-09",
            "Le jeton d'API a les scopes de l'appel."),
        (exchange, findings) -> {
          ApiToken token = exchange.message().admission().token();
          if (exchange.message().admission().state() == State.NO_SCOPE && token != null) {
            findings.add(
                "scope du jeton",
                "le scope que demande l'API " + exchange.message().api(),
                token.scope(),
                "Demandez à l'échange les scopes de l'API appelée.");
          }
        });
  }

  private static Check<ApiCallMessage> inForce() {
    return Check.of(
        rule(
            "API-APP-05",
            RuleSource.CONNU,
            "psc.md 4.2 (K)",
            "PSC-PX-09",
            "Le jeton d'API est en vigueur et vient du serveur d'autorisation de cette API."),
        (exchange, findings) -> {
          State state = exchange.message().admission().state();
          if (state == State.EXPIRED || state == State.NOT_OURS) {
            findings.add(
                "en-tête Authorization",
                "un jeton d'accès en vigueur de l'API " + exchange.message().api(),
                state == State.EXPIRED ? "un jeton expiré" : "un autre jeton",
                "Gardez un jeton par API, et renouvelez-le avant son expiration.");
          }
        });
  }

  static Check<ApiCallMessage> sessionData() {
    return Check.of(
        rule(
            "API-APP-06",
            RuleSource.VU,
            "psc.md 2.7 (S: PROXY)",
            "PSC-PX-02",
            "Le proxy lie chaque session à la bonne session de Pro Santé Connect."),
        (exchange, findings) -> {
          SessionData data = exchange.message().sessionData();
          ApiToken token = exchange.message().admission().token();
          if (data != null && token != null && !data.matches(token)) {
            findings.add(
                "/session_state",
                token.nationalId() + ", session " + token.sessionState(),
                data.nationalId() + ", session " + data.sessionState(),
                "Prenez le jeton d'API de la session dont vous envoyez les données.");
          }
        });
  }

  private static Rule rule(
      String id, RuleSource source, String key, String requirement, String title) {
    return new Rule(id, source, key, List.of(requirement), title);
  }
}
