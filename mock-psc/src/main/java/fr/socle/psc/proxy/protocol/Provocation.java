package fr.socle.psc.proxy.protocol;

import fr.socle.bench.http.RequestFaults;
import fr.socle.psc.proxy.service.ApiRoute;
import fr.socle.psc.proxy.service.ProxyFault;
import fr.socle.psc.proxy.service.ProxySession;
import fr.socle.psc.proxy.service.ServiceRefusal;
import fr.socle.psc.proxy.service.TokenKeeper;
import fr.socle.psc.proxy.service.TokenKeeper.Got;
import fr.socle.psc.proxy.service.TokenKeeper.SessionOver;
import fr.socle.psc.service.Jwt;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a fault makes the proxy do wrong in one call, to see what the API does about it.
 *
 * @param fault the fault, absent for an ordinary call
 * @param parameters its parameters
 */
record Provocation(@Nullable ProxyFault fault, Map<String, String> parameters) {

  static Provocation of(RequestFaults armed) {
    for (ProxyFault fault :
        List.of(
            ProxyFault.JETON_PSC,
            ProxyFault.AUTRE_CERTIFICAT,
            ProxyFault.AUTRE_SCOPE,
            ProxyFault.SANS_RAFRAICHIR)) {
      Optional<Map<String, String>> taken = armed.take(fault.label());
      if (taken.isPresent()) {
        return new Provocation(fault, taken.get());
      }
    }
    return new Provocation(null, Map.of());
  }

  Got token(TokenKeeper keeper, ProxySession session, ApiRoute route)
      throws SessionOver, ServiceRefusal {
    if (fault == ProxyFault.JETON_PSC) {
      return keeper.psc(session);
    }
    if (fault == ProxyFault.AUTRE_SCOPE) {
      return keeper.once(session, route, scopes(), false);
    }
    return fault == ProxyFault.SANS_RAFRAICHIR
        ? keeper.once(session, route, route.scopes(), true)
        : keeper.tokenFor(session, route);
  }

  String identity(String usual) {
    return fault == ProxyFault.AUTRE_CERTIFICAT
        ? parameters.getOrDefault("identite", "organisation")
        : usual;
  }

  /**
   * Whether what the API is shown is wrong indeed.
   *
   * @param usual identity whose certificate the token was asked with
   * @param bound whether the exchange asked for a token bound to a certificate
   */
  boolean wrong(ApiRoute route, Got token, String usual, boolean bound) {
    if (fault == ProxyFault.AUTRE_CERTIFICAT) {
      return bound
          && !identity(usual).equals(usual)
          && Jwt.read(token.token()).map(jwt -> jwt.claims().has("cnf")).orElse(true);
    }
    if (fault == ProxyFault.AUTRE_SCOPE) {
      return !route.scopes().isEmpty()
          && !token.scopes().isEmpty()
          && Collections.disjoint(route.scopes(), token.scopes());
    }
    return fault != null;
  }

  private List<String> scopes() {
    return Arrays.stream(parameters.getOrDefault("scope", "").split("[, ]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
