package fr.socle.psc.protocol;

import fr.socle.psc.service.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The discovery document, psc.md 1.2 (S: DISC): advertises more than is served. */
final class DiscoveryDocument {
  private static final List<String> SIGNATURES =
      List.of(
          "PS384", "RS384", "EdDSA", "ES384", "HS256", "HS512", "ES256", "RS256", "HS384", "ES512",
          "PS256", "PS512", "RS512");
  private static final List<String> SIGNATURES_OR_NONE =
      Stream.concat(SIGNATURES.stream(), Stream.of("none")).toList();
  private static final List<String> CIBA_SIGNATURES =
      List.of(
          "PS384", "RS384", "EdDSA", "ES384", "ES256", "RS256", "ES512", "PS256", "PS512", "RS512");
  private static final List<String> KEY_ENCRYPTIONS = List.of("RSA-OAEP", "RSA-OAEP-256", "RSA1_5");
  private static final List<String> ENCRYPTIONS =
      List.of("A256GCM", "A192GCM", "A128GCM", "A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512");
  private static final List<String> CLIENT_METHODS =
      List.of(
          "private_key_jwt",
          "client_secret_basic",
          "client_secret_post",
          "tls_client_auth",
          "client_secret_jwt");

  private DiscoveryDocument() {}

  static Map<String, Object> of(PscAddresses at, String issuer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer);
    endpoints(document, at);
    capabilities(document);
    clientAuthentication(document);
    logoutAndCiba(document, at);
    return document;
  }

  private static void endpoints(Map<String, Object> document, PscAddresses at) {
    document.put("authorization_endpoint", at.authorization());
    document.put("token_endpoint", at.endpoint("token"));
    document.put("introspection_endpoint", at.endpoint("token/introspect"));
    document.put("userinfo_endpoint", at.endpoint("userinfo"));
    document.put("end_session_endpoint", at.endpoint("logout"));
    document.put("jwks_uri", at.endpoint("certs"));
    document.put("check_session_iframe", at.endpoint("login-status-iframe.html"));
    document.put("registration_endpoint", at.issuer() + "/clients-registrations/openid-connect");
    document.put("revocation_endpoint", at.endpoint("revoke"));
    document.put("device_authorization_endpoint", at.endpoint("auth/device"));
    document.put("pushed_authorization_request_endpoint", at.endpoint("ext/par/request"));
    document.put("backchannel_authentication_endpoint", at.endpoint("ext/ciba/auth"));
  }

  private static void capabilities(Map<String, Object> document) {
    document.put(
        "grant_types_supported",
        List.of(
            "authorization_code",
            "implicit",
            "refresh_token",
            "password",
            "client_credentials",
            "urn:openid:params:grant-type:ciba",
            "urn:ietf:params:oauth:grant-type:device_code"));
    document.put("acr_values_supported", List.of("0", "0")); // sic, not the eidas values
    document.put(
        "response_types_supported",
        List.of(
            "code",
            "none",
            "id_token",
            "token",
            "id_token token",
            "code id_token",
            "code token",
            "code id_token token"));
    document.put(
        "response_modes_supported",
        List.of(
            "query", "fragment", "form_post", "query.jwt", "fragment.jwt", "form_post.jwt", "jwt"));
    document.put("subject_types_supported", List.of("public", "pairwise"));
    document.put("scopes_supported", Scopes.KNOWN);
    document.put(
        "claims_supported",
        List.of(
            "aud",
            "sub",
            "iss",
            "auth_time",
            "name",
            "given_name",
            "family_name",
            "preferred_username",
            "email",
            "acr"));
    document.put("claim_types_supported", List.of("normal"));
    document.put("claims_parameter_supported", true);
    document.put("id_token_signing_alg_values_supported", SIGNATURES);
    document.put("id_token_encryption_alg_values_supported", KEY_ENCRYPTIONS);
    document.put("id_token_encryption_enc_values_supported", ENCRYPTIONS);
    document.put("userinfo_signing_alg_values_supported", SIGNATURES_OR_NONE);
    document.put("userinfo_encryption_alg_values_supported", KEY_ENCRYPTIONS);
    document.put("userinfo_encryption_enc_values_supported", ENCRYPTIONS);
    document.put("request_object_signing_alg_values_supported", SIGNATURES_OR_NONE);
    document.put("request_object_encryption_alg_values_supported", KEY_ENCRYPTIONS);
    document.put("request_object_encryption_enc_values_supported", ENCRYPTIONS);
    document.put("request_parameter_supported", true);
    document.put("request_uri_parameter_supported", true);
    document.put("require_request_uri_registration", true);
    document.put("code_challenge_methods_supported", List.of("plain", "S256"));
    document.put("authorization_signing_alg_values_supported", SIGNATURES);
    document.put("authorization_encryption_alg_values_supported", KEY_ENCRYPTIONS);
    document.put("authorization_encryption_enc_values_supported", ENCRYPTIONS);
    document.put("require_pushed_authorization_requests", false);
    document.put("authorization_response_iss_parameter_supported", true);
  }

  private static void clientAuthentication(Map<String, Object> document) {
    for (String endpoint : List.of("token", "introspection", "revocation")) {
      document.put(endpoint + "_endpoint_auth_methods_supported", CLIENT_METHODS);
      document.put(endpoint + "_endpoint_auth_signing_alg_values_supported", SIGNATURES);
    }
    document.put("tls_client_certificate_bound_access_tokens", true);
  }

  private static void logoutAndCiba(Map<String, Object> document, PscAddresses at) {
    document.put("frontchannel_logout_supported", true);
    document.put("frontchannel_logout_session_supported", true);
    document.put("backchannel_logout_supported", true);
    document.put("backchannel_logout_session_supported", true);
    document.put("backchannel_token_delivery_modes_supported", List.of("poll", "ping"));
    document.put(
        "backchannel_authentication_request_signing_alg_values_supported", CIBA_SIGNATURES);
    // Same host and URL as the plain ones: it asks for an optional client certificate
    Map<String, Object> aliases = new LinkedHashMap<>();
    aliases.put("token_endpoint", at.endpoint("token"));
    aliases.put("revocation_endpoint", at.endpoint("revoke"));
    aliases.put("introspection_endpoint", at.endpoint("token/introspect"));
    aliases.put("device_authorization_endpoint", at.endpoint("auth/device"));
    aliases.put("registration_endpoint", at.issuer() + "/clients-registrations/openid-connect");
    aliases.put("userinfo_endpoint", at.endpoint("userinfo"));
    aliases.put("pushed_authorization_request_endpoint", at.endpoint("ext/par/request"));
    aliases.put("backchannel_authentication_endpoint", at.endpoint("ext/ciba/auth"));
    document.put("mtls_endpoint_aliases", aliases);
  }
}
