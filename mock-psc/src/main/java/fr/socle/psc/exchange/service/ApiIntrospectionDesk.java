package fr.socle.psc.exchange.service;

import fr.socle.psc.exchange.service.ApiTokens.Presented;
import fr.socle.psc.exchange.service.ApiTokens.State;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.OidcError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Introspection of the tokens of an API (RFC 7662), by certificate. Thread-safe. */
public final class ApiIntrospectionDesk {
  private final ApiClientGate gate;
  private final ApiTokens tokens;
  private final ApiTokenMint mint;

  ApiIntrospectionDesk(ApiClientGate gate, ApiTokens tokens, ApiTokenMint mint) {
    this.gate = gate;
    this.tokens = tokens;
    this.mint = mint;
  }

  /**
   * What was decided and met.
   *
   * @param token token presented, absent when it is unknown or none was
   * @param body members of a successful answer, in order
   * @param error the refusal
   */
  public record Outcome(
      @Nullable ApiToken token, Map<String, Object> body, @Nullable OidcError error) {

    /** Copies the map, order kept. */
    public Outcome {
      body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
  }

  /** Answers an introspection request. */
  public Outcome introspect(ProtectedApi api, Asked form, ClientProof proof) {
    ApiClientGate.Entry entry = gate.admit(proof);
    if (entry.error() != null) {
      return new Outcome(null, Map.of(), entry.error());
    }
    String value = form.first("token").orElse(null);
    if (value == null) {
      return new Outcome(
          null,
          Map.of(),
          OidcError.invalidRequest(
              "Token not provided.", "La requête n'a pas de paramètre token."));
    }
    Presented presented = tokens.present(value);
    ApiToken token = presented.token();
    boolean active =
        token != null
            && presented.state() == State.VALID
            && token.kind() == ApiToken.Kind.ACCESS
            && token.api().equals(api.name());
    return new Outcome(
        token, token != null && active ? active(api, token) : Map.of("active", false), null);
  }

  private Map<String, Object> active(ProtectedApi api, ApiToken token) {
    Map<String, Object> body = new LinkedHashMap<>(mint.claims(token));
    body.put("iss", mint.issuer(api));
    body.put("client_id", token.clientId());
    body.put("username", token.nationalId());
    body.put("token_type", "Bearer");
    body.put("active", true);
    return body;
  }
}
