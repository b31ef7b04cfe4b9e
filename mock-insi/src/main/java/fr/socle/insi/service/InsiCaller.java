package fr.socle.insi.service;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway looks at before the search.
 *
 * @param certificateName CN of the client certificate; null on a listener that asks for none
 * @param hasContexteLps whether ContexteLPS is there
 * @param idam authorisation number; null when absent
 * @param hasContexteBam whether ContexteBAM is there, with COUVERTURE
 * @param messageId identifier of the message; null when absent
 * @param credentials assertions and token
 */
public record InsiCaller(
    @Nullable String certificateName,
    boolean hasContexteLps,
    @Nullable String idam,
    boolean hasContexteBam,
    @Nullable String messageId,
    Credentials credentials) {}
