package fr.socle.lps.proxy.server;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.proxy.server.TokenExchange.Api;
import fr.socle.lps.proxy.server.TokenExchange.NoToken;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.psc.PscSession;
import java.time.Clock;
import java.util.Optional;

/** Gets, keeps and renews the tokens of the APIs for the sessions (psc.md 2.6). */
final class TokenDesk {

  private static final int INSISTENCE = 5;

  private final TokenExchange exchange;
  private final Clock clock;
  private final Defects defects;

  TokenDesk(Clock clock, Defects defects) {
    this.exchange = new TokenExchange(clock, defects);
    this.clock = clock;
    this.defects = defects;
  }

  /** The tokens of a session for an API. */
  ApiTokens of(OpenSession session, Api api) throws NoToken, PscProblem, InterruptedException {
    Optional<ApiTokens> kept = session.tokens(api.name());
    if (kept.isPresent()
        && !defects.has(Mutant.PROXY_EDITEUR_ECHANGE_A_CHAQUE_APPEL)
        && (!kept.get().expired(clock.instant())
            || defects.has(Mutant.PROXY_EDITEUR_JETON_API_GARDE))) {
      return kept.get();
    }
    boolean old = kept.isPresent() && kept.get().expired(clock.instant());
    ApiTokens fresh = old ? renewed(session, api, kept.get()) : exchanged(session, api);
    session.keep(api.name(), fresh);
    return fresh;
  }

  private ApiTokens renewed(OpenSession session, Api api, ApiTokens old)
      throws NoToken, PscProblem, InterruptedException {
    if (old.refresh() != null) {
      try {
        return exchange.refresh(session.software(), api, old.refresh());
      } catch (NoToken e) {
        session.forget(api.name()); // a new exchange is tried then
      }
    }
    return exchanged(session, api);
  }

  private ApiTokens exchanged(OpenSession session, Api api)
      throws NoToken, PscProblem, InterruptedException {
    boolean renews = !defects.has(Mutant.PROXY_EDITEUR_JETON_PSC_PERIME);
    boolean expired = session.software().logins().expired(session.login());
    if (session.exchangedAt(api.name()) || (expired && renews)) {
      renew(session);
    }
    try {
      return exchange.exchange(session, api);
    } catch (NoToken e) {
      if (!renews || !e.ofTheSubject()) {
        return insisted(session, api, e);
      }
    }
    renew(session); // psc.md 2.6, case 1a: renew the token, then exchange once more
    return exchange.exchange(session, api);
  }

  /** Only a mutant insists. */
  private ApiTokens insisted(OpenSession session, Api api, NoToken refusal)
      throws NoToken, InterruptedException {
    NoToken last = refusal;
    for (int i = 0; i < INSISTENCE && defects.has(Mutant.PROXY_EDITEUR_ECHANGE_EN_BOUCLE); i++) {
      try {
        return exchange.exchange(session, api);
      } catch (NoToken e) {
        last = e;
      }
    }
    throw last;
  }

  private static void renew(OpenSession session) throws PscProblem, InterruptedException {
    PscSession newer = session.software().logins().renewed(session.login());
    session.renewed(newer);
  }
}
