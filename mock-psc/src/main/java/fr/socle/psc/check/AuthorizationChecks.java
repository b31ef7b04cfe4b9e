package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.AuthorizationMessage;
import fr.socle.psc.service.Asked;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is demanded of an authorization request (psc.md 1.4). */
final class AuthorizationChecks {
  private static final List<String> LEVEL = List.of("PSC.08", "EXI-PSC-16");
  private static final List<String> REQUEST = List.of("PSC-RP-02");
  private static final Set<String> LEVELS = Set.of("eidas1", "eidas2", "eidas3");

  private AuthorizationChecks() {}

  static List<Check<AuthorizationMessage>> all() {
    return List.of(
        clientNamed(),
        clientDeclared(),
        redirectDeclared(),
        responseType(),
        openidScope(),
        allScope(),
        levelAsked(),
        levelIsEidas1(),
        levelParameter(),
        statePresent(),
        stateUnguessable(),
        noncePresent(),
        nonceUnguessable(),
        nothingRepeated(),
        noSecret());
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

  private static Check<AuthorizationMessage> levelAsked() {
    return Check.of(
        new Rule(
            "PSC-AUT-07",
            RuleSource.TEXTE,
            "psc.md 1.4 (EXI PSC 16, S: REG)",
            LEVEL,
            "La demande d'authentification demande le niveau eidas1 dans acr_values."),
        (exchange, findings) -> {
          List<String> asked = words(exchange.message().asked(), "acr_values");
          if (asked.stream().noneMatch(LEVELS::contains)) {
            findings.add(
                "acr_values",
                "eidas1",
                asked.isEmpty() ? "absent" : String.join(" ", asked),
                "Ajoutez acr_values=eidas1 à la demande d'authentification.");
          }
        });
  }

  private static Check<AuthorizationMessage> levelIsEidas1() {
    return Check.of(
        new Rule(
            "PSC-AUT-08",
            RuleSource.VU,
            "psc.md 1.4 (EXI PSC 16 : eidas2 et eidas3 passent avec une remarque, S: REG)",
            LEVEL,
            "Le niveau demandé dans acr_values est eidas1, et lui seul."),
        (exchange, findings) -> {
          List<String> asked = words(exchange.message().asked(), "acr_values");
          boolean known = asked.stream().anyMatch(LEVELS::contains);
          if (known && !asked.equals(List.of("eidas1"))) {
            findings.add(
                "acr_values",
                "eidas1",
                String.join(" ", asked),
                "Demandez acr_values=eidas1 : un autre niveau n'est que toléré à l'audit.");
          }
        });
  }

  private static Check<AuthorizationMessage> levelParameter() {
    return Check.of(
        new Rule(
            "PSC-AUT-09",
            RuleSource.CONNU,
            "psc.md 1.4 (exemple erroné du volet TRANSPORT); OpenID Connect Core 3.1.2.1",
            LEVEL,
            "Le niveau se demande par acr_values, non par acr."),
        (exchange, findings) ->
            exchange
                .message()
                .asked()
                .first("acr")
                .ifPresent(
                    value ->
                        findings.add(
                            "acr",
                            "acr_values",
                            "acr=" + value,
                            "Renommez le paramètre acr en acr_values : sous ce nom il est"
                                + " ignoré.")));
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

  private static List<String> words(Asked asked, String name) {
    return asked.first(name).map(value -> List.of(value.trim().split(" +"))).orElse(List.of());
  }
}
