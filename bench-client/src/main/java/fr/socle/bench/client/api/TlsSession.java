package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * What was agreed upon when the TLS of a connection began.
 *
 * @param version such as {@code TLSv1.3}
 * @param cipherSuite such as {@code TLS_AES_256_GCM_SHA384}
 * @param clientAuthority who issued the certificate of the client, its name as RFC 2253 writes it;
 *     absent when there was none
 */
public record TlsSession(String version, String cipherSuite, @Nullable String clientAuthority) {}
