package fr.socle.bench.world;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The people of one space. Made to hold a million patients: every read goes through an index and is
 * bounded.
 *
 * <p>Called from any thread, by the services and by the control API; each call is atomic, and what
 * it wrote is seen by the next one.
 */
public interface WorldStore {

  /**
   * Adds patients, all or none.
   *
   * @throws IllegalArgumentException in French, if an id or an active matricule is already taken
   */
  void addPatients(Collection<Patient> patients);

  /**
   * Replaces the patient of the same id.
   *
   * @throws IllegalArgumentException in French, if there is none
   */
  void updatePatient(Patient patient);

  /** A patient by id. */
  Optional<Patient> patient(String id);

  /**
   * The patient who bears, or else bore, a matricule.
   *
   * @param number thirteen characters, without the key
   */
  Optional<Patient> patientByMatricule(String number);

  /**
   * Candidates of a search: those whose document, or whose entry at INSi, has the name, sex and
   * birth date asked, in the order they were added.
   *
   * @param limit at most this many
   */
  List<Patient> find(TraitQuery query, int limit);

  /**
   * Patients in the order of their ids.
   *
   * @param afterId only those after this id; null starts
   * @param limit at most this many
   */
  List<Patient> patients(@Nullable String afterId, int limit);

  /** How many patients there are. */
  long patientCount();

  /**
   * Adds a professional.
   *
   * @throws IllegalArgumentException in French, if the national identifier is taken
   */
  void addProfessional(Professional professional);

  /**
   * Replaces the professional of the same national identifier.
   *
   * @throws IllegalArgumentException in French, if there is none
   */
  void updateProfessional(Professional professional);

  /** A professional by national identifier. */
  Optional<Professional> professional(String nationalId);

  /**
   * Professionals in the order of their national identifiers.
   *
   * @param afterId only those after this identifier; null starts
   * @param limit at most this many
   */
  List<Professional> professionals(@Nullable String afterId, int limit);

  /** The next number for a generated person: 0, then one more at each call, never twice. */
  long nextSequence();

  /** The number that {@link #nextSequence()} will give next. */
  long upcomingSequence();

  /** Forgets everybody. Sequence numbers go on. */
  void clear();
}
