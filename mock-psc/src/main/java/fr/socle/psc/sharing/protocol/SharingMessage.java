package fr.socle.psc.sharing.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.psc.service.Asked;
import org.jspecify.annotations.Nullable;

/**
 * A call of context sharing and what became of it.
 *
 * @param owner professional of the token, absent when the token is not good
 * @param bearer whether a token was in the {@code Authorization} header
 * @param query parameters of the query, where no token should be
 * @param body body, absent when it is not JSON
 * @param status status answered
 */
public record SharingMessage(
    @Nullable String owner, boolean bearer, Asked query, @Nullable JsonNode body, int status) {}
