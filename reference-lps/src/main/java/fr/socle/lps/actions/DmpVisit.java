package fr.socle.lps.actions;

import fr.socle.lps.dmp.client.About;
import fr.socle.lps.dmp.client.DmpClient;
import fr.socle.lps.dmp.client.Existence;
import fr.socle.lps.dmp.client.Existence.Access;
import fr.socle.lps.dmp.record.Choices;
import fr.socle.lps.dmp.record.PatientDmp;
import fr.socle.lps.dmp.record.PatientDmps;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.dmp.vihf.Purpose;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import org.jspecify.annotations.Nullable;

/**
 * What comes before anything is done with the DMP of a patient: is the identity qualified, is there
 * a DMP, did the patient agree, may the user (DMP/UX.08, UX.12, UX.50; CONF.06, CONF.09).
 */
final class DmpVisit {

  static final String NOT_QUALIFIED =
      "Le DMP n'est appelé que pour une identité qualifiée : qualifiez d'abord celle de ce"
          + " patient.";

  private final PatientDmps patients;
  private final DmpCaller caller;
  private final Defects defects;
  private Purpose lastEmergency = Purpose.NORMAL;
  private @Nullable Ins first; // only a mutant reads it

  DmpVisit(PatientDmps patients, DmpCaller caller, Defects defects) {
    this.patients = patients;
    this.caller = caller;
    this.defects = defects;
  }

  /** Something cannot be done; the message is French, for the user. */
  static final class Obstacle extends Exception {

    private static final long serialVersionUID = 1L;

    Obstacle(String message) {
      super(message);
    }

    String told() {
      return String.valueOf(getMessage());
    }
  }

  void forgetAll() {
    lastEmergency = Purpose.NORMAL;
    first = null;
  }

  PatientDmp of(Dossier dossier) {
    return patients.of(dossier.id());
  }

  /** The INS under which the DMP is called. */
  Ins qualified(Dossier dossier) throws Obstacle {
    Ins ins = dossier.ins();
    boolean enough =
        dossier.status() == IdentityStatus.QUALIFIEE
            || (defects.has(Mutant.DMP_NON_QUALIFIEE_ENVOYEE)
                && dossier.status() == IdentityStatus.RECUPEREE);
    if (ins == null || !enough) {
      throw new Obstacle(NOT_QUALIFIED);
    }
    return ins;
  }

  About about(Dossier dossier) throws Obstacle {
    PatientDmp dmp = of(dossier);
    if (dmp.purpose().emergency()) {
      lastEmergency = dmp.purpose();
    }
    Purpose purpose =
        defects.has(Mutant.DMP_URGENCE_GARDEE) && lastEmergency.emergency()
            ? lastEmergency
            : dmp.purpose();
    Ins ins = qualified(dossier);
    return new About(ins, named(ins), purpose, dmp.choices().secret());
  }

  private Ins named(Ins ins) {
    if (!defects.has(Mutant.DMP_VIHF_PATIENT_PRECEDENT)) {
      return ins;
    }
    first = first == null ? ins : first;
    return first;
  }

  DmpClient client(Mode mode) throws Obstacle {
    try {
      return caller.in(mode);
    } catch (DmpCaller.Lacking | Services.NotReady e) {
      throw new Obstacle(String.valueOf(e.getMessage()));
    }
  }

  /** Asks the DMP whether there is one, and what the user may do with it: TD0.2. */
  Existence test(Dossier dossier, Mode mode)
      throws Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    Existence found = client(mode).existence(about(dossier));
    of(dossier).tested(found, mode);
    return found;
  }

  /** The same, unless it was asked before. */
  Existence known(Dossier dossier, Mode mode)
      throws Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    PatientDmp dmp = of(dossier);
    return dmp.testedIn(mode) ? dmp.existence() : test(dossier, mode);
  }

  /**
   * Lets the user consult, or says why not; declares his authorisation when there is none and the
   * patient agreed.
   */
  DmpClient toConsult(Dossier dossier, @Nullable Mode asked)
      throws Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    Mode mode = asked == null ? caller.toConsult() : asked;
    About about = about(dossier);
    PatientDmp dmp = of(dossier);
    agreed(dmp);
    if (!mode.consults()) {
      throw new Obstacle(
          "Le DMP se consulte avec votre carte ou votre connexion Pro Santé Connect : mettez votre"
              + " carte dans le lecteur, ou connectez-vous.");
    }
    if (defects.has(Mutant.DMP_DROIT_NON_VERIFIE)) {
      return withoutRight(dossier, mode);
    }
    Existence existence = known(dossier, mode);
    open(existence);
    if (dmp.purpose().emergency()) {
      return client(mode);
    }
    if (existence.access() == Access.INTERDIT && !defects.has(Mutant.DMP_BLOCAGE_IGNORE)) {
      throw new Obstacle("Le patient a bloqué votre accès à son DMP.");
    }
    authorised(dossier, mode, about);
    return client(mode);
  }

  /** What a mutant does instead of {@link #toConsult}. */
  DmpClient withoutAsking(Dossier dossier, @Nullable Mode asked)
      throws Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    Mode mode = asked == null ? caller.toConsult() : asked;
    known(dossier, mode);
    return client(mode);
  }

  /** What a mutant does instead of {@link #toConsult}: the patient agreed, and that is enough. */
  DmpClient withoutRight(Dossier dossier, @Nullable Mode asked) throws Obstacle {
    agreed(of(dossier));
    return client(asked == null ? caller.toConsult() : asked);
  }

  private void agreed(PatientDmp dmp) throws Obstacle {
    Choices choices = dmp.choices();
    if (dmp.purpose().emergency()) {
      return;
    }
    if (choices.refuses() && !defects.has(Mutant.DMP_OPPOSITION_CONSULTATION_IGNOREE)) {
      throw new Obstacle("Le patient s'oppose à la consultation de son DMP.");
    }
    if (!choices.accepts() && !choices.refuses() && !defects.has(Mutant.DMP_ACCORD_NON_DEMANDE)) {
      throw new Obstacle(
          "Demandez au patient s'il accepte la consultation de son DMP, et notez sa réponse.");
    }
  }

  /** Declares the authorisation of the user if there is none (DMP/UX.50). */
  void authorised(Dossier dossier, Mode mode, About about)
      throws Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    PatientDmp dmp = of(dossier);
    Existence existence = dmp.existence();
    boolean needed =
        (existence.access() == Access.AUCUN && !defects.has(Mutant.DMP_AUTORISATION_OUBLIEE))
            || (existence.access() == Access.EXPIRE
                && !defects.has(Mutant.DMP_AUTORISATION_EXPIREE_LAISSEE));
    if (needed && mode.consults() && existence.open() && dmp.choices().accepts()) {
      client(mode).authorise(about, true, false);
      dmp.tested(existence.with(Access.AUTORISE), mode);
    }
  }

  /** Lets documents be changed at the DMP, or says why not; no authorisation is asked (CONF.05). */
  DmpClient toManage(Dossier dossier, @Nullable Mode asked)
      throws Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    Mode mode = asked == null ? caller.toFeed() : asked;
    qualified(dossier);
    open(known(dossier, mode));
    return client(mode);
  }

  /**
   * Whether documents may be sent; says why not.
   *
   * @param agreed whether the choice of the patient need not be looked at: a mutant's
   */
  void toFeed(Dossier dossier, Mode mode, boolean agreed)
      throws Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    qualified(dossier);
    if (!of(dossier).choices().feeding()
        && !agreed
        && !defects.has(Mutant.DMP_OPPOSITION_ALIMENTATION_IGNOREE)) {
      throw new Obstacle("Le patient s'oppose à l'alimentation de son DMP.");
    }
    if (defects.has(Mutant.DMP_EXISTENCE_NON_TESTEE)) {
      return;
    }
    open(of(dossier).known() ? of(dossier).existence() : test(dossier, mode));
    if (defects.has(Mutant.DMP_ALIMENTER_AUTORISE)) {
      authorisedInVain(dossier, mode);
    }
  }

  private void authorisedInVain(Dossier dossier, Mode mode)
      throws Obstacle, DmpUnreachable, InterruptedException {
    try {
      client(mode).authorise(about(dossier), true, false);
    } catch (DmpRefused e) {
      of(dossier).changed();
    }
  }

  private void open(Existence existence) throws Obstacle {
    switch (existence.state()) {
      case OUVERT -> {}
      case FERME -> {
        if (!defects.has(Mutant.DMP_FERME_IGNORE)) {
          throw new Obstacle("Le DMP de ce patient est fermé.");
        }
      }
      case ABSENT -> throw new Obstacle("Ce patient n'a pas de DMP.");
      case INCONNUE -> throw new Obstacle("Le DMP ne dit pas si ce patient en a un.");
    }
  }
}
