package fr.socle.psc.exchange.service;

import fr.socle.psc.service.SpaceTime;
import fr.socle.psc.service.TokenLedger;
import fr.socle.psc.service.Unguessable;
import java.security.KeyPair;
import java.util.List;
import java.util.function.Supplier;

/** The APIs Pro Santé Connectées of one space: what they hold and their desks. Thread-safe. */
public final class ApiAuthorization {
  private final ApiSettings settings;
  private final ApiClients clients;
  private final ApiTokens tokens;
  private final ApiKeys keys;
  private final TokenExchangeDesk exchange;
  private final ApiIntrospectionDesk introspection;
  private final ApiGuard guard;
  private final SessionSignatures signatures;

  /**
   * Opens in a space.
   *
   * @param base address of the listener that serves them, without path
   * @param psc tokens of the Pro Santé Connect of the space, to recognise those presented directly
   * @param introspection Pro Santé Connect to ask about subject tokens
   * @param keyPairs makes RSA key pairs for signing
   * @param preset callers known from the beginning
   */
  public ApiAuthorization(
      String base,
      ApiSettings settings,
      SpaceTime time,
      Unguessable unguessable,
      Supplier<KeyPair> keyPairs,
      TokenLedger psc,
      PscIntrospection introspection,
      List<ApiClient> preset) {
    this.settings = settings;
    this.clients = new ApiClients(preset);
    this.tokens = new ApiTokens(time);
    this.keys = new ApiKeys(keyPairs);
    ApiClientGate gate = new ApiClientGate(clients);
    ApiTokenMint mint = new ApiTokenMint(base, settings.cnfForm(), time, unguessable, keys, tokens);
    this.exchange = new TokenExchangeDesk(settings, gate, introspection, tokens, mint);
    this.introspection = new ApiIntrospectionDesk(gate, tokens, mint);
    this.guard = new ApiGuard(tokens, psc);
    this.signatures = new SessionSignatures(keys);
  }

  /** Settings. */
  public ApiSettings settings() {
    return settings;
  }

  /** Callers. */
  public ApiClients clients() {
    return clients;
  }

  /** Tokens. */
  public ApiTokens tokens() {
    return tokens;
  }

  /** Signing keys. */
  public ApiKeys keys() {
    return keys;
  }

  /** Token requests. */
  public TokenExchangeDesk exchange() {
    return exchange;
  }

  /** Introspection. */
  public ApiIntrospectionDesk introspection() {
    return introspection;
  }

  /** Business calls. */
  public ApiGuard guard() {
    return guard;
  }

  /** The conformance API. */
  public SessionSignatures signatures() {
    return signatures;
  }

  /** Forgets everything that was not there at the beginning; the signing key stays. */
  public void reset() {
    tokens.reset();
    clients.reset();
  }
}
