package fr.socle.lps.banc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registration of this software at Pro Santé Connect.
 *
 * @param clientId client id
 * @param clientSecret secret, null with {@code tls_client_auth}
 * @param authMethod {@code client_secret_basic}, {@code client_secret_post} or {@code
 *     tls_client_auth}
 * @param redirectUris declared return addresses, a port may be {@code *}
 * @param postLogoutRedirectUris declared return addresses after logout, may be empty
 * @param keyStore name of the key store of the organisation, null when none
 */
public record PscClient(
    String clientId,
    @Nullable String clientSecret,
    String authMethod,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    @Nullable String keyStore) {

  public PscClient {
    redirectUris = List.copyOf(redirectUris);
    postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
  }

  /** Whether the client proves itself with its TLS certificate (RFC 8705). */
  public boolean usesCertificate() {
    return authMethod.equals("tls_client_auth");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "PscClient[" + clientId + ", " + authMethod + "]";
  }
}
