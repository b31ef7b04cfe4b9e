package fr.socle.lps.pilote;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the software names itself to a driver. */
public record Identification(
    @JsonProperty("nom") String name,
    @JsonProperty("version") String version,
    @JsonProperty("editeur") String editor) {}
