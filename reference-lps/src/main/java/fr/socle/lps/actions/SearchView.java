package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the user sees of an INSi search. */
record SearchView(
    @JsonProperty("resultat") String result, @JsonProperty("dossier") DossierView dossier) {}
