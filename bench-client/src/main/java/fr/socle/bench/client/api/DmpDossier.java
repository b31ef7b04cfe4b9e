package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DMP of a patient, documents left aside.
 *
 * @param ins fifteen characters of the INS
 * @param status {@code ouvert}, {@code ferme} or {@code absent}
 * @param closureCode motive of closure, absent when it is not closed
 * @param closureText reason of closure, absent likewise
 * @param attached whether it is attached to Mon espace santé
 * @param opposedToBreakGlass whether the patient is opposed to emergency access
 * @param opposedToRegulation whether he is opposed to access by the regulation of emergency calls
 * @param maskedInEmergency whether he lets emergencies see masked documents
 * @param authorizations what links it to professionals and structures
 * @param emergencies accesses to its documents in an emergency, newest first, a hundred at most
 */
public record DmpDossier(
    String ins,
    String status,
    @Nullable String closureCode,
    @Nullable String closureText,
    boolean attached,
    boolean opposedToBreakGlass,
    boolean opposedToRegulation,
    boolean maskedInEmergency,
    List<Authorization> authorizations,
    List<EmergencyAccess> emergencies) {

  /** Copies the lists. */
  public DmpDossier {
    authorizations = List.copyOf(authorizations);
    emergencies = List.copyOf(emergencies);
  }

  /**
   * What links a DMP and somebody.
   *
   * @param holder PS_IdNat of a professional, or identifier of a structure
   * @param state {@code VALIDE}, {@code EXPIRE} or {@code INTERDIT}
   * @param treating whether he is the treating doctor
   */
  public record Authorization(String holder, String state, boolean treating) {}

  /**
   * An access in an emergency.
   *
   * @param at when
   * @param holder PS_IdNat of who came in
   * @param purpose {@code bris_de_glace} or {@code centre_15}
   * @param transaction what he did, such as {@code DMP TD3.2}
   * @param reason why, as he wrote it; empty when he wrote nothing
   */
  public record EmergencyAccess(
      Instant at, String holder, String purpose, String transaction, String reason) {}
}
