package fr.socle.dmp.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What links a patient's DMP and a professional, or a structure: dmp.md 5.2.
 *
 * @param ins fifteen characters of the patient's INS
 * @param holder PS_IdNat of the professional, or identifier of the structure
 * @param structure structure he called from, empty when unknown
 * @param familyName family name, empty when unknown
 * @param givenName given name, empty when unknown
 * @param specialityCode code of the speciality, empty when unknown
 * @param specialityLabel its label
 * @param state state
 * @param treating whether he is the treating doctor
 * @param start when it began
 * @param lastAction when he last acted
 * @param lastAccess when he last read documents or searched them; null when he never did
 */
public record Autorisation(
    String ins,
    String holder,
    String structure,
    String familyName,
    String givenName,
    String specialityCode,
    String specialityLabel,
    State state,
    boolean treating,
    Instant start,
    Instant lastAction,
    @Nullable Instant lastAccess) {

  /** One that nothing was read with yet. */
  public Autorisation(
      String ins,
      String holder,
      String structure,
      String familyName,
      String givenName,
      String specialityCode,
      String specialityLabel,
      State state,
      boolean treating,
      Instant start,
      Instant lastAction) {
    this(
        ins,
        holder,
        structure,
        familyName,
        givenName,
        specialityCode,
        specialityLabel,
        state,
        treating,
        start,
        lastAction,
        null);
  }

  /** States, as TD0.2 writes them: dmp.md 1.3 (S:MSG, DEVBOX, MAGIC). */
  public enum State {
    /** None was declared. */
    NON_EXISTE,
    /** Declared. */
    VALIDE,
    /** Over. */
    EXPIRE,
    /** The patient blocked this professional. */
    INTERDIT
  }

  /** Whether it is given to a structure, not to somebody. */
  public boolean ofStructure() {
    return holder.equals(structure);
  }

  /** The same in another state. */
  public Autorisation in(State other) {
    return new Autorisation(
        ins,
        holder,
        structure,
        familyName,
        givenName,
        specialityCode,
        specialityLabel,
        other,
        treating,
        start,
        lastAction,
        lastAccess);
  }

  /** The same, treating or not. */
  public Autorisation treating(boolean now) {
    return new Autorisation(
        ins,
        holder,
        structure,
        familyName,
        givenName,
        specialityCode,
        specialityLabel,
        state,
        now,
        start,
        lastAction,
        lastAccess);
  }
}
