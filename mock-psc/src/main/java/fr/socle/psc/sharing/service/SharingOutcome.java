package fr.socle.psc.sharing.service;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a call.
 *
 * @param status HTTP status
 * @param body answer, absent without one
 * @param reason why it was refused, French; absent on success
 */
public record SharingOutcome(int status, @Nullable JsonNode body, @Nullable String reason) {

  static SharingOutcome done(int status, JsonNode body) {
    return new SharingOutcome(status, body, null);
  }

  static SharingOutcome refused(int status, String reason) {
    return new SharingOutcome(status, null, reason);
  }
}
