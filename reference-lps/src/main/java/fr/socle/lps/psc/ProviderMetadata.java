package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What this software uses of the provider's discovery document (OpenID Connect Discovery 1.0, under
 * the name {@code wallet-openid-configuration}: psc.md 1.1).
 *
 * @param issuer issuer, compared character for character
 * @param issInCallback whether the provider announces the {@code iss} parameter (RFC 9207)
 * @param endSession end-session endpoint, null when not announced
 * @param ciba backchannel authentication endpoint, null when not announced
 */
record ProviderMetadata(
    String issuer,
    URI authorization,
    URI token,
    URI userinfo,
    URI jwks,
    @Nullable URI endSession,
    @Nullable URI ciba,
    boolean issInCallback) {

  /**
   * @param discovery where the document was read
   * @param certificate whether to take the addresses meant for clients with a certificate
   */
  static ProviderMetadata of(JsonNode document, URI discovery, boolean certificate)
      throws PscProblem {
    String issuer = text(document, "issuer");
    // OIDC Discovery 4.3: the issuer must be the one the document was asked of.
    if (!discovery.toString().startsWith(issuer + "/.well-known/")) {
      throw new PscRefusal(
          "Connexion refusée : le document de découverte lu à "
              + discovery
              + " annonce un autre émetteur ("
              + issuer
              + "). Vérifiez l'adresse de Pro Santé Connect.");
    }
    JsonNode aliases = certificate ? document.path("mtls_endpoint_aliases") : document.path("-");
    return new ProviderMetadata(
        issuer,
        uri(document, "authorization_endpoint"),
        aliased(document, aliases, "token_endpoint"),
        aliased(document, aliases, "userinfo_endpoint"),
        uri(document, "jwks_uri"),
        document.hasNonNull("end_session_endpoint") ? uri(document, "end_session_endpoint") : null,
        document.hasNonNull("backchannel_authentication_endpoint")
            ? aliased(document, aliases, "backchannel_authentication_endpoint")
            : null,
        document.path("authorization_response_iss_parameter_supported").asBoolean());
  }

  private static URI aliased(JsonNode document, JsonNode aliases, String member) throws PscFailure {
    return uri(aliases.hasNonNull(member) ? aliases : document, member); // RFC 8705 section 5
  }

  private static URI uri(JsonNode document, String member) throws PscFailure {
    String text = text(document, member);
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new PscFailure(
          "Le document de découverte de Pro Santé Connect est inutilisable : « "
              + member
              + " » n'est pas une adresse.");
    }
  }

  private static String text(JsonNode document, String member) throws PscFailure {
    String text = document.path(member).textValue();
    if (text == null || text.isBlank()) {
      throw new PscFailure(
          "Le document de découverte de Pro Santé Connect est inutilisable : il n'a pas de « "
              + member
              + " ».");
    }
    return text;
  }
}
