package fr.socle.psc.exchange.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metadata of the authorization server of an API, RFC 8414 2. */
final class Realms {
  private Realms() {}

  static Map<String, Object> metadata(String issuer, List<String> scopes) {
    Map<String, Object> document = new LinkedHashMap<>();
    String connect = issuer + "/protocol/openid-connect";
    document.put("issuer", issuer);
    document.put("token_endpoint", connect + "/token");
    document.put("introspection_endpoint", connect + "/token/introspect");
    document.put("jwks_uri", connect + "/certs");
    document.put("response_types_supported", List.of());
    document.put("grant_types_supported", List.of(ExchangeMessage.GRANT, "refresh_token"));
    document.put("scopes_supported", scopes);
    document.put("token_endpoint_auth_methods_supported", List.of("tls_client_auth"));
    document.put("introspection_endpoint_auth_methods_supported", List.of("tls_client_auth"));
    document.put("tls_client_certificate_bound_access_tokens", true);
    return document;
  }
}
