package fr.socle.psc.exchange.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.exchange.protocol.ExchangeMessage;
import fr.socle.psc.exchange.service.ApiClient;
import fr.socle.psc.exchange.service.SubjectStanding;
import fr.socle.psc.exchange.service.SubjectStanding.State;
import fr.socle.psc.service.Jwt;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a token exchange (RFC 8693 2.1, psc.md 2.6). */
final class ExchangeChecks {
  private static final List<String> EXCHANGE = List.of("PSC-PX-09");
  private static final String TYPE = "urn:ietf:params:oauth:token-type:";
  private static final List<String> ACTOR_MEMBERS =
      List.of("iss", "exp", "sub", "lps_nom", "lps_id", "lps_version", "situation_exercice");

  private ExchangeChecks() {}

  static List<Check<ExchangeMessage>> all() {
    return List.of(
        form(),
        nothingRepeated(),
        subjectToken(),
        accessToken(),
        notExpired(),
        scopeSent(),
        scopeAllowed(),
        actorTyped(),
        actorMembers());
  }

  private static Check<ExchangeMessage> form() {
    return Check.of(
        rule(
            "API-ECH-01",
            RuleSource.NORME,
            "RFC 6749 4.5; RFC 8693 2.1",
            "Les paramètres de l'échange sont dans un corps application/x-www-form-urlencoded."),
        (exchange, findings) -> {
          if (!exchange.message().isForm()) {
            findings.add(
                "en-tête Content-Type",
                "application/x-www-form-urlencoded",
                exchange.request().headers().first("Content-Type").orElse("absent"),
                "Envoyez les paramètres comme un formulaire, dans le corps.");
          }
        });
  }

  private static Check<ExchangeMessage> nothingRepeated() {
    return Check.of(
        rule(
            "API-ECH-02",
            RuleSource.NORME,
            "RFC 6749 3.2; RFC 8693 2.1",
            "Aucun paramètre n'est envoyé deux fois, sauf resource et audience."),
        (exchange, findings) ->
            exchange.message().form().repeated().stream()
                .filter(name -> !Set.of("resource", "audience").contains(name))
                .forEach(
                    name ->
                        findings.add(
                            name,
                            "une seule fois",
                            "plusieurs fois",
                            "Envoyez le paramètre " + name + " une seule fois.")));
  }

  private static Check<ExchangeMessage> subjectToken() {
    return Check.of(
        rule(
            "API-ECH-03",
            RuleSource.NORME,
            "RFC 8693 2.1; psc.md 2.6 (S: TRANSPORT)",
            "L'échange porte subject_token et subject_token_type (access_token ou jwt)."),
        (exchange, findings) -> {
          ExchangeMessage message = exchange.message();
          if (!message.isExchange()) {
            return;
          }
          if (message.form().first("subject_token").isEmpty()) {
            findings.add(
                "subject_token",
                "le jeton d'accès de Pro Santé Connect",
                "absent",
                "Envoyez dans subject_token l'access_token de Pro Santé Connect.");
          }
          String type = message.form().first("subject_token_type").orElse("absent");
          if (!Set.of(TYPE + "access_token", TYPE + "jwt").contains(type)) {
            findings.add(
                "subject_token_type",
                TYPE + "access_token ou " + TYPE + "jwt",
                type,
                "Envoyez subject_token_type=" + TYPE + "access_token.");
          }
        });
  }

  private static Check<ExchangeMessage> accessToken() {
    return Check.of(
        rule(
            "API-ECH-04",
            RuleSource.TEXTE,
            "psc.md 2.6 (S: TRANSPORT)",
            "Le jeton échangé est le jeton d'accès de Pro Santé Connect."),
        (exchange, findings) -> {
          if (state(exchange.message()) == State.NOT_AN_ACCESS_TOKEN) {
            findings.add(
                "subject_token",
                "l'access_token",
                "un jeton de rafraîchissement ou d'identité",
                "Envoyez l'access_token de Pro Santé Connect, et lui seul.");
          }
        });
  }

  // Presenting an expired token, refreshing and replaying is case 1a of the CI-SIS volume: a remark
  private static Check<ExchangeMessage> notExpired() {
    return Check.of(
        new Rule(
            "API-ECH-05",
            RuleSource.CONNU,
            "psc.md 4.2 (K); psc.md 2.6, cas 1a (S: TRANSPORT)",
            List.of("PSC-RP-12"),
            "Le jeton de Pro Santé Connect échangé n'a pas expiré."),
        (exchange, findings) -> {
          if (state(exchange.message()) == State.EXPIRED) {
            findings.add(
                "subject_token",
                "un jeton en vigueur (il vit deux minutes)",
                "un jeton expiré",
                "Rafraîchissez le jeton de Pro Santé Connect avant l'échange quand il a expiré.");
          }
        });
  }

  // Listed as required by the CI-SIS volume; but the example proxy of the ANS does not send it
  private static Check<ExchangeMessage> scopeSent() {
    return Check.of(
        rule(
            "API-ECH-06",
            RuleSource.VU,
            "psc.md 2.6 (S: TRANSPORT ; le proxy d'exemple de l'ANS ne l'envoie pas, S: PROXY)",
            "L'échange demande les scopes métier de l'API."),
        (exchange, findings) -> {
          ExchangeMessage message = exchange.message();
          if (message.isExchange() && message.form().first("scope").isEmpty()) {
            findings.add(
                "scope",
                String.join(" ", message.outcome().api().scopes()),
                "absent",
                "Demandez dans scope les scopes de l'API dont l'appel a besoin.");
          }
        });
  }

  private static Check<ExchangeMessage> scopeAllowed() {
    return Check.of(
        rule(
            "API-ECH-07",
            RuleSource.TEXTE,
            "psc.md 2.6 (S: TRANSPORT)",
            "Les scopes demandés sont ceux de l'API, et ce client y a droit."),
        (exchange, findings) -> {
          ExchangeMessage message = exchange.message();
          ApiClient client = message.outcome().client();
          String asked = message.form().first("scope").orElse("");
          if (!message.isExchange() || client == null || asked.isBlank()) {
            return;
          }
          Set<String> wrong = new TreeSet<>(Arrays.asList(asked.trim().split(" +")));
          wrong.removeIf(
              one ->
                  message.outcome().api().scopes().contains(one) && client.scopes().contains(one));
          if (!wrong.isEmpty()) {
            findings.add(
                "scope",
                "seulement : " + String.join(" ", message.outcome().api().scopes()),
                String.join(" ", wrong),
                "Ne demandez que les scopes que l'API vous a accordés.");
          }
        });
  }

  private static Check<ExchangeMessage> actorTyped() {
    return Check.of(
        rule(
            "API-ECH-08",
            RuleSource.NORME,
            "RFC 8693 2.1",
            "actor_token et actor_token_type sont envoyés ensemble, ou aucun."),
        (exchange, findings) -> {
          boolean token = exchange.message().form().first("actor_token").isPresent();
          boolean type = exchange.message().form().first("actor_token_type").isPresent();
          if (token != type) {
            findings.add(
                "actor_token_type",
                "avec actor_token, et seulement avec lui",
                token ? "actor_token sans son type" : "un type sans actor_token",
                "Envoyez actor_token_type=" + TYPE + "jwt avec actor_token, ou retirez les deux.");
          }
        });
  }

  // The text on the actor token is under construction, psc.md 2.6
  private static Check<ExchangeMessage> actorMembers() {
    return Check.of(
        rule(
            "API-ECH-09",
            RuleSource.VU,
            "psc.md 2.6 (S: TRANSPORT, section en construction)",
            "Le jeton d'acteur porte le logiciel et la situation d'exercice."),
        (exchange, findings) ->
            exchange
                .message()
                .form()
                .first("actor_token")
                .flatMap(Jwt::read)
                .ifPresent(
                    jwt ->
                        ACTOR_MEMBERS.stream()
                            .filter(member -> !jwt.claims().has(member))
                            .forEach(
                                member ->
                                    findings.add(
                                        "actor_token, " + member,
                                        "présent",
                                        "absent",
                                        "Ajoutez " + member + " au jeton d'acteur."))));
  }

  private static State state(ExchangeMessage message) {
    SubjectStanding subject = message.outcome().subject();
    return subject == null ? State.ACTIVE : subject.state();
  }

  private static Rule rule(String id, RuleSource source, String key, String title) {
    return new Rule(id, source, key, EXCHANGE, title);
  }
}
