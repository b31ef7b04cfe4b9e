package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A document the user validated, and how to know it again on the wire.
 *
 * @param kind what it is
 * @param title its title, unique in the scenario
 * @param seen what the LPS showed of it: its identifiers and what became of it
 * @param from place of the journal before it was validated
 */
record DmpWritten(DmpKind kind, String title, JsonNode seen, long from) {
  /** Its identifier in the LPS. */
  String local() {
    return seen.path("document").asText();
  }

  /** Its identifier in the DMP, as the LPS says; empty when it does not say. */
  String uniqueId() {
    return seen.path("identifiant").asText("");
  }

  /** What the LPS says of its sending. */
  String sending() {
    return seen.path("dmp").asText("rien");
  }

  /**
   * Whether a document on the wire is this one: by its identifier where the LPS gives it, else by
   * its title, in the metadata or in the CDA.
   */
  boolean is(DmpSubmission.Sent sent) {
    return (!uniqueId().isEmpty() && sent.uniqueId().equals(uniqueId()))
        || sent.title().contains(title)
        || sent.cda().filter(cda -> cda.title().contains(title)).isPresent();
  }
}
