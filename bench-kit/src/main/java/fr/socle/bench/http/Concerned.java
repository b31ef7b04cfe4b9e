package fr.socle.bench.http;

import org.jspecify.annotations.Nullable;

/**
 * Whom an exchange concerns, as far as its service can tell.
 *
 * @param nationalId national identifier of a professional, absent when none is known
 * @param clientId relying party, absent when none is known
 */
public record Concerned(@Nullable String nationalId, @Nullable String clientId) {
  /** Nobody that is known. */
  public static final Concerned NOBODY = new Concerned(null, null);
}
