package fr.socle.lps.identite;

import java.time.Instant;

/** One line of the history of an identity. */
public record StatusChange(IdentityStatus from, IdentityStatus to, Instant at, String reason) {}
