package fr.socle.psc.proxy.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.proxy.protocol.SendMessage;
import fr.socle.psc.proxy.protocol.SendMessage.Trial;
import fr.socle.psc.proxy.service.ProxyFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an API that is somebody else's does with wrong tokens, which the proxy shows it when a fault
 * says so (psc.md 2.6, 4.2).
 */
final class ApiTrialChecks {
  private static final String TRANSPORT = "psc.md 2.6 (S: TRANSPORT)";

  private ApiTrialChecks() {}

  static List<Check<SendMessage>> all() {
    return List.of(
        refused(
            new Rule(
                "PRX-API-01",
                RuleSource.CONNU,
                "psc.md 4.2 (K)",
                List.of("PSC-API-01"),
                "L'API refuse un jeton de Pro Santé Connect présenté tel quel."),
            ProxyFault.JETON_PSC,
            "401",
            "Refusez par 401 tout jeton que votre serveur d'autorisation n'a pas émis."),
        refused(
            new Rule(
                "PRX-API-03",
                RuleSource.TEXTE,
                TRANSPORT,
                List.of("PSC-API-03"),
                "L'API compare le cnf du jeton au certificat de la connexion."),
            ProxyFault.AUTRE_CERTIFICAT,
            "401 ou 403",
            "Refusez l'appel quand l'empreinte du certificat n'est pas celle du cnf."),
        refused(
            new Rule(
                "PRX-API-04",
                RuleSource.TEXTE,
                TRANSPORT,
                List.of("PSC-API-04"),
                "L'API contrôle les scopes du jeton."),
            ProxyFault.AUTRE_SCOPE,
            "401 ou 403",
            "Refusez l'appel quand le jeton n'a pas le scope de l'API."),
        expired(),
        outlives());
  }

  private static Check<SendMessage> refused(
      Rule rule, ProxyFault fault, String expected, String mend) {
    return Check.of(
        rule,
        (exchange, findings) -> {
          Trial trial = trial(exchange.message(), fault);
          Integer status = trial == null ? null : trial.callStatus();
          // A refusal of any kind is one; an outage says nothing
          if (trial != null && trial.wrong() && status != null && status < 400) {
            findings.add("statut de l'API", expected, status.toString(), mend);
          }
        });
  }

  private static Check<SendMessage> expired() {
    return Check.of(
        new Rule(
            "PRX-API-05",
            RuleSource.TEXTE,
            TRANSPORT,
            List.of("PSC-API-05"),
            "Le serveur d'autorisation refuse un jeton de Pro Santé Connect expiré."),
        (exchange, findings) -> {
          Trial trial = trial(exchange.message(), ProxyFault.SANS_RAFRAICHIR);
          Integer status = trial == null ? null : trial.exchangeStatus();
          if (trial != null && trial.pscExpired() && status != null && status == 200) {
            findings.add(
                "statut de l'échange",
                "400",
                "200",
                "Introspectez le jeton auprès de Pro Santé Connect et refusez-le s'il est inactif.");
          }
        });
  }

  private static Check<SendMessage> outlives() {
    return Check.of(
        new Rule(
            "PRX-API-06",
            RuleSource.VU,
            "psc.md 1.3 (S: TRANSPORT, recommandé ; l'exemple du 2.6 donne 60 s)",
            List.of("PSC-API-06"),
            "Le jeton d'API vit plus longtemps que celui de Pro Santé Connect (1 à 4 h conseillées)."),
        (exchange, findings) -> {
          Trial trial = exchange.message().trial();
          Long life = trial == null ? null : trial.lifeSeconds();
          if (trial != null && life != null && life <= trial.pscLifeSeconds()) {
            findings.add(
                "expires_in",
                "entre 3600 et 14400",
                life.toString(),
                "Donnez au jeton d'API une durée de vie d'une à quatre heures.");
          }
        });
  }

  private static @Nullable Trial trial(SendMessage message, ProxyFault fault) {
    Trial trial = message.trial();
    return trial != null && trial.fault() == fault ? trial : null;
  }
}
