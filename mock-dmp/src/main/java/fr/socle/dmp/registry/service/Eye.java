package fr.socle.dmp.registry.service;

import java.util.Arrays;
import java.util.Optional;

/** Whose list of documents it is: dmp.md 5.3. Professionals are authorised, in normal mode. */
public enum Eye {
  /** The patient, in Mon espace santé. */
  PATIENT("patient"),
  /** Who represents a minor. */
  REPRESENTATIVE("representant-legal"),
  /** Treating doctor. */
  TREATING_DOCTOR("medecin-traitant"),
  /** Doctor who is no author. */
  DOCTOR("medecin"),
  /** Occupational doctor. */
  OCCUPATIONAL_DOCTOR("medecin-du-travail"),
  /** Professional who is no doctor and no author. */
  PROFESSIONAL("autre-professionnel"),
  /** Employee. */
  EMPLOYEE("employe"),
  /** Structure, in indirect mode. */
  STRUCTURE("structure");

  private final String word;

  Eye(String word) {
    this.word = word;
  }

  /** Its name in the control API. */
  public String word() {
    return word;
  }

  /** The eye of a name. */
  public static Optional<Eye> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
