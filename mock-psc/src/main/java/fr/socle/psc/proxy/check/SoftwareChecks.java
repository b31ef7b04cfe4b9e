package fr.socle.psc.proxy.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.proxy.protocol.ConnectMessage;
import fr.socle.psc.proxy.protocol.DisconnectMessage;
import fr.socle.psc.proxy.protocol.SendMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a software calls the bench's own proxy (psc.md 2.7). */
final class SoftwareChecks {
  private static final String PROXY = "psc.md 2.7 (S: PROXY)";

  private SoftwareChecks() {}

  static Check<ConnectMessage> members() {
    return Check.of(
        rule(
            "PRX-LPS-01",
            RuleSource.VU,
            PROXY,
            "/connect porte nationalId, bindingMessage (deux chiffres), clientId et channel."),
        (exchange, findings) -> {
          if (exchange.message().relayed() || exchange.message().status() == 304) {
            return;
          }
          exchange
              .message()
              .request()
              .mistakes()
              .forEach(
                  one ->
                      findings.add(
                          "/" + one.name(),
                          one.expected(),
                          found(exchange.message(), one.name()),
                          "Envoyez " + one.name() + " : " + one.expected() + "."));
        });
  }

  static Check<ConnectMessage> knownSoftware() {
    return Check.of(
        rule("PRX-LPS-02", RuleSource.VU, PROXY, "clientId est celui d'un logiciel du proxy."),
        (exchange, findings) -> {
          ConnectMessage message = exchange.message();
          String clientId = message.request().clientId();
          if (!message.relayed()
              && message.status() != 304
              && clientId != null
              && !message.clientKnown()) {
            findings.add(
                "/clientId",
                "le client_id déclaré au proxy",
                clientId,
                "Envoyez dans clientId l'identifiant de votre logiciel, tel que déclaré au proxy.");
          }
        });
  }

  static Check<ConnectMessage> keepsItsSession() {
    return Check.of(
        rule(
            "PRX-LPS-03",
            RuleSource.VU,
            PROXY,
            "Pendant une session vivante, /connect renvoie son cookie."),
        (exchange, findings) -> {
          ConnectMessage message = exchange.message();
          if (message.pairLive() && message.status() == 200) {
            findings.add(
                "cookie proxy_session_id",
                "celui de la session de cet utilisateur",
                message.cookie() == null ? "absent" : "un autre",
                "Gardez le cookie de /connect et renvoyez-le : le proxy répond alors 304 sans"
                    + " déranger l'utilisateur.");
          }
        });
  }

  static Check<DisconnectMessage> disconnectsALivingSession() {
    return Check.of(
        rule(
            "PRX-LPS-04",
            RuleSource.VU,
            PROXY,
            "/disconnect porte le cookie d'une session vivante."),
        (exchange, findings) -> {
          DisconnectMessage message = exchange.message();
          if (!message.relayed() && message.status() == 401 && !message.lostOnPurpose()) {
            findings.add(
                "cookie proxy_session_id",
                "le cookie d'une session vivante",
                cookie(message.cookie()),
                "Appelez /disconnect une fois, avec le cookie de la session, puis oubliez-le.");
          }
        });
  }

  static List<Check<SendMessage>> send() {
    return List.of(cookieSent(), sessionLives(), apiKnown());
  }

  private static Check<SendMessage> cookieSent() {
    return Check.of(
        rule("PRX-LPS-05", RuleSource.VU, PROXY, "/send porte le cookie proxy_session_id."),
        (exchange, findings) -> {
          SendMessage message = exchange.message();
          if (!message.relayed() && message.cookie() == null) {
            findings.add(
                "cookie proxy_session_id",
                "le cookie donné par /connect",
                "absent",
                "Renvoyez le cookie proxy_session_id à chaque appel du proxy.");
          }
        });
  }

  private static Check<SendMessage> sessionLives() {
    return Check.of(
        rule(
            "PRX-LPS-06",
            RuleSource.CONNU,
            "psc.md 4.2 (K); psc.md 2.7",
            "/send n'est pas appelé avec une session finie."),
        (exchange, findings) -> {
          SendMessage message = exchange.message();
          if (!message.relayed()
              && message.cookie() != null
              && message.refused()
              && !message.lostOnPurpose()) {
            findings.add(
                "cookie proxy_session_id",
                "le cookie d'une session vivante",
                "celui d'une session finie ou inconnue",
                "Après une déconnexion, une expiration ou un 401, reconnectez l'utilisateur par"
                    + " /connect.");
          }
        });
  }

  private static Check<SendMessage> apiKnown() {
    return Check.of(
        rule(
            "PRX-LPS-07",
            RuleSource.VU,
            PROXY,
            "Le chemin de /send nomme une API qui est derrière le proxy."),
        (exchange, findings) -> {
          SendMessage message = exchange.message();
          if (!message.relayed() && !message.apiKnown()) {
            findings.add(
                "chemin",
                "/send/<nom d'une API du proxy>/…",
                "/send/" + message.api(),
                "Corrigez le nom de l'API dans l'adresse.");
          }
        });
  }

  private static String found(ConnectMessage message, String member) {
    String value =
        switch (member) {
          case "nationalId" -> message.request().nationalId();
          case "bindingMessage" -> message.request().bindingMessage();
          case "clientId" -> message.request().clientId();
          default -> message.request().channel();
        };
    return value == null ? "absent" : value;
  }

  private static String cookie(@Nullable String cookie) {
    return cookie == null ? "absent" : "celui d'une session finie ou inconnue";
  }

  private static Rule rule(String id, RuleSource source, String key, String title) {
    return new Rule(id, source, key, List.of("PSC-PX-10"), title);
  }
}
