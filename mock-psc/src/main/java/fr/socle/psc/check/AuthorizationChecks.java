package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.AuthorizationMessage;
import fr.socle.psc.service.Asked;
import java.util.List;
import java.util.Optional;

/** What is demanded of an authorization request (psc.md 1.4). */
final class AuthorizationChecks {
  private static final List<String> REQUEST = List.of("PSC-RP-02");

  private AuthorizationChecks() {}

  /** On the request itself. */
  static List<Check<AuthorizationMessage>> ofRequest() {
    return List.of(clientNamed(), clientDeclared(), nothingRepeated(), noSecret());
  }

  /** On what it asks for. */
  static List<Check<AuthorizationMessage>> ofContent() {
    return List.of(redirectDeclared(), responseType(), openidScope(), allScope());
  }

  private static Check<AuthorizationMessage> clientNamed() {
    return Check.of(
        rule(
            "PSC-AUT-01",
            RuleSource.NORME,
            "RFC 6749 4.1.1",
            "La demande d'authentification porte client_id."),
        (exchange, findings) -> {
          if (exchange.message().asked().first("client_id").isEmpty()) {
            findings.add(
                "client_id",
                "l'identifiant donné par l'ANS",
                "absent",
                "Envoyez client_id dans la demande d'authentification.");
          }
        });
  }

  private static Check<AuthorizationMessage> clientDeclared() {
    return Check.of(
        rule(
            "PSC-AUT-02",
            RuleSource.CONNU,
            "psc.md 1.6 (K)",
            "La demande d'authentification porte un client_id déclaré."),
        (exchange, findings) -> {
          Optional<String> clientId = exchange.message().asked().first("client_id");
          if (clientId.isPresent() && exchange.message().clientId() == null) {
            findings.add(
                "client_id",
                "un client déclaré à Pro Santé Connect",
                clientId.get(),
                "Envoyez le client_id déclaré dans cet environnement : chacun a le sien.");
          }
        });
  }

  private static Check<AuthorizationMessage> redirectDeclared() {
    return Check.of(
        rule(
            "PSC-AUT-03",
            RuleSource.NORME,
            "OpenID Connect Core 3.1.2.1; psc.md 1.4",
            "L'adresse de retour est l'une de celles qui sont déclarées, au caractère près."),
        (exchange, findings) -> {
          AuthorizationMessage message = exchange.message();
          if (message.clientId() != null && !message.redirectDeclared()) {
            findings.add(
                "redirect_uri",
                "une adresse déclarée, au caractère près",
                message.asked().first("redirect_uri").orElse("absent"),
                "Envoyez dans redirect_uri l'adresse que vous avez déclarée, sans rien y changer"
                    + " (la barre finale compte).");
          }
        });
  }

  private static Check<AuthorizationMessage> responseType() {
    return Check.of(
        rule(
            "PSC-AUT-04",
            RuleSource.TEXTE,
            "psc.md 1.4 (S: TRANSPORT)",
            "La demande d'authentification demande un code."),
        (exchange, findings) -> {
          String type = exchange.message().asked().first("response_type").orElse("absent");
          if (!type.equals("code")) {
            findings.add("response_type", "code", type, "Demandez response_type=code.");
          }
        });
  }

  private static Check<AuthorizationMessage> openidScope() {
    return Check.of(
        rule(
            "PSC-AUT-05",
            RuleSource.NORME,
            "OpenID Connect Core 3.1.2.1",
            "Le scope demandé contient openid."),
        (exchange, findings) -> {
          if (!words(exchange.message().asked(), "scope").contains("openid")) {
            findings.add(
                "scope",
                "openid scope_all",
                exchange.message().asked().first("scope").orElse("absent"),
                "Demandez scope=openid scope_all : sans openid, il n'y a pas de jeton"
                    + " d'identité.");
          }
        });
  }

  private static Check<AuthorizationMessage> allScope() {
    return Check.of(
        rule(
            "PSC-AUT-06",
            RuleSource.VU,
            "psc.md 1.4 (S: POC, KC-PSC, PROXY, NODE, DRIMBOX)",
            "Le scope demandé contient scope_all."),
        (exchange, findings) -> {
          if (!words(exchange.message().asked(), "scope").contains("scope_all")) {
            findings.add(
                "scope",
                "openid scope_all",
                exchange.message().asked().first("scope").orElse("absent"),
                "Demandez scope=openid scope_all pour recevoir les données professionnelles.");
          }
        });
  }

  private static Check<AuthorizationMessage> nothingRepeated() {
    return Check.of(
        rule(
            "PSC-AUT-14",
            RuleSource.NORME,
            "RFC 6749 3.1",
            "Aucun paramètre n'est envoyé deux fois."),
        (exchange, findings) ->
            exchange
                .message()
                .asked()
                .repeated()
                .forEach(
                    name ->
                        findings.add(
                            name,
                            "une seule fois",
                            "plusieurs fois",
                            "Envoyez le paramètre " + name + " une seule fois.")));
  }

  private static Check<AuthorizationMessage> noSecret() {
    return Check.of(
        new Rule(
            "PSC-AUT-15",
            RuleSource.TEXTE,
            "psc.md 1.4 (EXI PSC 22, S: DOC-TECH)",
            List.of("PSC-RP-04"),
            "Le secret du client ne passe jamais par le navigateur."),
        (exchange, findings) -> {
          if (exchange.message().asked().values().containsKey("client_secret")) {
            findings.add(
                "client_secret",
                "absent",
                "présent",
                "Retirez client_secret de la demande : il ne doit quitter le serveur que vers le"
                    + " point token.");
          }
        });
  }

  private static Rule rule(String id, RuleSource source, String key, String title) {
    return new Rule(id, source, key, REQUEST, title);
  }

  static List<String> words(Asked asked, String name) {
    return asked.first(name).map(value -> List.of(value.trim().split(" +"))).orElse(List.of());
  }
}
