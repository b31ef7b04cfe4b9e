package fr.socle.bench.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Declares a caller to the authorization servers of the APIs Pro Santé Connectées: a proxy, or an
 * API that introspects its tokens.
 *
 * @param clientId its identifier there
 * @param subjectDn subject DN of its certificate, RFC 2253
 * @param scopes business scopes it may ask for; absent = all those of the APIs of the space
 */
public record ApiClientRequest(String clientId, String subjectDn, @Nullable List<String> scopes) {}
