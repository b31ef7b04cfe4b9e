package fr.socle.bench.client.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Registers a relying party at Pro Santé Connect.
 *
 * @param clientId identifier
 * @param clientSecret secret, absent with a certificate
 * @param authMethod {@code client_secret_basic}, {@code client_secret_post} or {@code
 *     tls_client_auth}
 * @param subjectDn subject DN of its certificate, with {@code tls_client_auth}
 * @param redirectUris redirect addresses, compared character for character
 * @param postLogoutRedirectUris addresses allowed after logout
 * @param settings settings of this client, such as {@code pkce=required}
 */
public record ClientRequest(
    String clientId,
    @Nullable String clientSecret,
    String authMethod,
    @Nullable String subjectDn,
    List<String> redirectUris,
    @Nullable List<String> postLogoutRedirectUris,
    @Nullable Map<String, String> settings) {}
