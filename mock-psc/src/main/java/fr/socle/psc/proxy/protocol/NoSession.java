package fr.socle.psc.proxy.protocol;

import fr.socle.bench.client.api.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a call without a living session is refused. */
final class NoSession {
  private NoSession() {}

  static Refusal refusal(@Nullable String cookie) {
    return new Refusal(
        "401",
        cookie == null
            ? "L'appel ne porte pas le cookie proxy_session_id : renvoyez celui que /connect a"
                + " donné."
            : "La session de ce cookie n'existe pas, a expiré ou a été fermée : reconnectez"
                + " l'utilisateur.");
  }
}
