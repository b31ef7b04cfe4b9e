package fr.socle.psc.service;

import org.jspecify.annotations.Nullable;

/**
 * A refusal in the words of OAuth 2.0 (psc.md 1.6).
 *
 * @param status HTTP status where the answer is not a redirect
 * @param error code, such as {@code invalid_grant}
 * @param description {@code error_description} of the wire, English as Keycloak's; absent when the
 *     real one sends none
 * @param reason why and how to mend it, one French sentence for the journal
 */
public record OidcError(int status, String error, @Nullable String description, String reason) {

  /** A text of a request as an {@code error_description} may repeat it, RFC 6749 5.2. */
  static String told(String text) {
    return text.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "?");
  }

  /** An {@code invalid_request}, status 400. */
  public static OidcError invalidRequest(String description, String reason) {
    return new OidcError(400, "invalid_request", description, reason);
  }

  /** An {@code invalid_grant}, status 400. */
  static OidcError invalidGrant(String description, String reason) {
    return new OidcError(400, "invalid_grant", description, reason);
  }
}
