package fr.socle.dmp.service;

import fr.socle.dmp.service.Autorisation.State;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The DMP of a patient as one caller meets it.
 *
 * @param dossier its state
 * @param own what links it to the caller; null when nothing does
 * @param matrix the rights
 * @param settings what a block closes, and what needs an authorisation
 */
public record PatientDmp(
    Dossier dossier, @Nullable Autorisation own, RightsMatrix matrix, DmpSettings settings) {
  // dmp.md 5.6 bis (S:P4D): consultation (3.1a, 3.2) needs an authorisation.
  private static final Set<Act> CONSULTATION = Set.of(Act.FIND, Act.READ, Act.READ_MASKED);

  // The same: so do 3.1b, 3.3a, 3.3c and 3.3d, unless the software implements the feeding profile;
  // of 3.3b nothing is said, it goes with them (A).
  private static final Set<Act> OF_THE_FEEDING_PROFILE =
      Set.of(Act.FIND_BY_REFERENCE, Act.MASK, Act.UNMASK, Act.SHOW, Act.ARCHIVE, Act.DELETE);

  private static final Set<Act> ON_AN_OPEN_RECORD =
      Set.of(
          Act.SUBMIT,
          Act.SUBMIT_FOR,
          Act.FIND,
          Act.FIND_BY_REFERENCE,
          Act.READ,
          Act.READ_MASKED,
          Act.MASK,
          Act.UNMASK,
          Act.SHOW,
          Act.ARCHIVE,
          Act.DELETE);

  /** State of the caller's authorisation. */
  public State authorization() {
    return own == null ? State.NON_EXISTE : own.state();
  }

  /** Whether the caller is the treating doctor. */
  public boolean treating() {
    return own != null && own.treating() && own.state() == State.VALIDE;
  }

  /** The cell of the matrix, whatever the state of the record. */
  public Right may(DmpCaller caller, Act act) {
    return matrix.right(caller, treating(), act);
  }

  /**
   * Why the caller may not do something here and now: state of the record, right, authorisation,
   * opposition. What depends on a document (conditions 6, 8, 9) is for {@link #may}.
   */
  public Optional<DmpRefusal> refusal(DmpCaller caller, Act act) {
    Optional<DmpRefusal> notOpen = ON_AN_OPEN_RECORD.contains(act) ? notOpen() : Optional.empty();
    if (notOpen.isPresent()) {
      return notOpen;
    }
    Right right = may(caller, act);
    if (!right.allowed() || (right.ifThePatientAllows() && !dossier.maskedInEmergency())) {
      return Optional.of(
          DmpRefusal.right(
              act.code()
                  + " n'est pas ouvert à cet utilisateur en mode "
                  + caller.purpose().code()
                  + "."));
    }
    if (CONSULTATION.contains(act)) {
      return blocked(caller).or(() -> closedToConsultation(caller));
    }
    boolean ofTheProfile = OF_THE_FEEDING_PROFILE.contains(act);
    Optional<DmpRefusal> blocked =
        settings.blockedThroughout() && (ofTheProfile || act == Act.AUTHORIZATIONS)
            ? blocked(caller)
            : Optional.empty();
    // Who reads nothing (employees, structures) has no authorisation of his own to need.
    return blocked.isEmpty() && ofTheProfile && !settings.feedingProfile() && caller.bySomebody()
        ? closedToConsultation(caller)
        : blocked;
  }

  /** Why nothing is done to the documents of a record that is not open. */
  public Optional<DmpRefusal> notOpen() {
    return switch (dossier.status()) {
      case OUVERT -> Optional.empty();
      case FERME ->
          Optional.of(new DmpRefusal(DmpRefusal.CLOSED, "Le DMP de ce patient est fermé."));
      // dmp.md 5.1 (A)
      case ABSENT ->
          Optional.of(DmpRefusal.chosen(DmpRefusal.UNKNOWN_PATIENT, "Ce patient n'a pas de DMP."));
    };
  }

  // dmp.md 5.2 (S:526): a block beats any authorisation; in an emergency too is ours (A).
  private Optional<DmpRefusal> blocked(DmpCaller caller) {
    return authorization() == State.INTERDIT
            && (settings.blockedInEmergency() || caller.purpose() == Purpose.NORMAL)
        ? Optional.of(
            DmpRefusal.right("Le patient a interdit l'accès de son DMP à ce professionnel."))
        : Optional.empty();
  }

  private Optional<DmpRefusal> closedToConsultation(DmpCaller caller) {
    return switch (caller.purpose()) {
      case NORMAL ->
          authorization() == State.VALIDE
              ? Optional.empty()
              : Optional.of(
                  DmpRefusal.right(
                      "L'utilisateur n'a pas d'autorisation valide sur ce DMP ("
                          + authorization()
                          + ")."));
      case BRIS_DE_GLACE -> opposed(dossier.opposedToBreakGlass(), "l'accès en bris de glace");
      case CENTRE_15 -> opposed(dossier.opposedToRegulation(), "l'accès par le centre 15");
    };
  }

  private static Optional<DmpRefusal> opposed(boolean opposed, String what) {
    return opposed
        ? Optional.of(DmpRefusal.right("Le patient s'est opposé à " + what + "."))
        : Optional.empty();
  }
}
