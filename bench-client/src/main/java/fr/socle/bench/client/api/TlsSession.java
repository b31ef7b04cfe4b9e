package fr.socle.bench.client.api;

/**
 * What was agreed upon when the TLS of a connection began.
 *
 * @param version such as {@code TLSv1.3}
 * @param cipherSuite such as {@code TLS_AES_256_GCM_SHA384}
 */
public record TlsSession(String version, String cipherSuite) {}
