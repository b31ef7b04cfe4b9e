package fr.socle.dmp.web;

import fr.socle.dmp.service.DmpCaller;
import org.jspecify.annotations.Nullable;

/**
 * One opening of the web site, as the checks judge it.
 *
 * @param page name of the page, such as {@code DossierPatient}; empty when the address names none
 * @param ins what the address gives for an INS; empty without one
 * @param visitor who opens it; null when the connection is not that of a card
 * @param outcome what the visitor met
 */
public record WebVisit(String page, String ins, @Nullable DmpCaller visitor, Outcome outcome) {
  /** What a visitor meets. */
  public enum Outcome {
    /** The page of the patient. */
    OPENED("ouverte"),
    /** The question whether the patient agrees, as TD0.3 would be told. */
    TO_CONFIRM("à confirmer"),
    /** No such page. */
    UNKNOWN_PAGE("page inconnue"),
    /** Nobody bears this INS. */
    UNKNOWN_PATIENT("patient inconnu"),
    /** There is no DMP, or it is closed. */
    NOT_OPEN("DMP non ouvert"),
    /** The visitor has no right to it. */
    REFUSED("refusée");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** Its name in the journal. */
    public String word() {
      return word;
    }
  }
}
