package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Declares a software to the Proxy e-Santé.
 *
 * @param clientId what it says at {@code /connect}
 * @param pscClientId its client at Pro Santé Connect; absent = the same
 * @param clientSecret secret of that client; absent = it authenticates by the certificate
 * @param keyStore client identity the proxy presents for it
 * @param apiClientId client at the authorization servers of the APIs
 */
public record ProxySoftwareRequest(
    String clientId,
    @Nullable String pscClientId,
    @Nullable String clientSecret,
    String keyStore,
    String apiClientId) {}
