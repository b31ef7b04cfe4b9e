package fr.socle.dmp.service;

import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.Dossier.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The DMP of one space, documents left aside: existence, authorisations, administrative data. Safe
 * for use by several threads.
 */
public final class DmpService {
  // dmp.md 1.5: how many of a professional's patients a list may hold is not sourced.
  private static final int LISTED = 1_000;

  private final PatientDirectory people;
  private final DossierStore dossiers;
  private final DmpSettings settings;
  private final RightsMatrix matrix;
  private final Clock clock;

  /** The DMP of a space. */
  public DmpService(
      PatientDirectory people,
      DossierStore dossiers,
      DmpSettings settings,
      RightsMatrix matrix,
      Clock clock) {
    this.people = people;
    this.dossiers = dossiers;
    this.settings = settings;
    this.matrix = matrix;
    this.clock = clock;
  }

  /** How it behaves. */
  public DmpSettings settings() {
    return settings;
  }

  /** Its records. */
  public DossierStore dossiers() {
    return dossiers;
  }

  /** The people it knows. */
  public PatientDirectory people() {
    return people;
  }

  /** The person of an INS: OID included, unless the space answers real OIDs for test numbers. */
  public Optional<KnownPatient> known(PatientId id) {
    Optional<KnownPatient> exact = people.byIns(id);
    return exact.isEmpty() && settings.realOid() ? people.byNumber(id.number()) : exact;
  }

  /** The DMP of a patient as a caller meets it; that of somebody unknown is absent. */
  public PatientDmp of(PatientId id, DmpCaller caller) {
    Dossier dossier =
        known(id).isPresent()
            ? dossiers.dossier(id.number())
            : Dossier.untouched(id.number(), Status.ABSENT, false);
    return new PatientDmp(dossier, opening(id, caller).orElse(null), matrix, settings);
  }

  /** What links a record and the caller himself, in the state it is in now. */
  private Optional<Autorisation> own(PatientId id, DmpCaller caller) {
    return dossiers.autorisation(id.number(), caller.holder()).map(this::now);
  }

  /**
   * What opens a record to the caller: his own authorisation or block, else the authorisation of
   * the structure he calls from.
   */
  private Optional<Autorisation> opening(PatientId id, DmpCaller caller) {
    Optional<Autorisation> own = own(id, caller);
    boolean said =
        own.map(Autorisation::state)
            .filter(state -> state == State.VALIDE || state == State.INTERDIT)
            .isPresent();
    if (said || !settings.structureOpens() || !caller.bySomebody()) {
      return own;
    }
    return dossiers
        .autorisation(id.number(), caller.structure())
        .map(this::now)
        .filter(given -> given.state() == State.VALIDE)
        .or(() -> own);
  }

  /**
   * The DMP of a patient as somebody meets it whom the patient authorised.
   *
   * @param treating whether he is the treating doctor
   */
  public PatientDmp authorized(String ins, boolean treating) {
    Instant now = clock.instant();
    return new PatientDmp(
        dossiers.dossier(ins),
        new Autorisation(ins, "", "", "", "", "", "", State.VALIDE, treating, now, now),
        matrix,
        settings);
  }

  /**
   * Notes, within the transaction that does it, that a caller did something to the documents of a
   * patient: what opened the record to him tells it.
   *
   * @param dmp the record as he met it
   * @param reading whether he read or searched documents
   */
  public void acted(Handle handle, PatientDmp dmp, boolean reading) {
    Autorisation link = dmp.own();
    if (link != null) {
      dossiers.acted(handle, link.ins(), link.holder(), clock.instant(), reading);
    }
  }

  /**
   * Notes an access in an emergency, within the transaction that is it; one in normal mode is none.
   */
  public void accessed(
      Handle handle, PatientId id, DmpCaller caller, String transaction, String reason) {
    if (caller.purpose() != Purpose.NORMAL) {
      dossiers
          .emergencies()
          .note(
              handle,
              new EmergencyAccess(
                  id.number(),
                  clock.instant(),
                  caller.nationalId(),
                  caller.purpose().code(),
                  transaction,
                  reason));
    }
  }

  /** An authorisation in the state it is in now. */
  private Autorisation now(Autorisation one) {
    Duration life = settings.authorizationLife();
    return one.state() == State.VALIDE
            && !life.isZero()
            && one.start().plus(life).isBefore(clock.instant())
        ? one.in(State.EXPIRE)
        : one;
  }

  /**
   * TD0.3: declares or removes what links the caller and a record.
   *
   * @param add whether to declare
   * @param treating whether it is about the treating doctor
   * @return a sentence about what was done; or why nothing was
   */
  public Outcome authorize(PatientId id, DmpCaller caller, boolean add, boolean treating) {
    PatientDmp dmp = of(id, caller);
    Act act = add ? Act.DECLARE : treating ? Act.STOP_TREATING : Act.WITHDRAW;
    Optional<DmpRefusal> refusal = dmp.refusal(caller, act).or(dmp::notOpen);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    if (treating && caller.kind() != DmpCaller.Kind.DOCTOR) {
      return Outcome.refused(
          DmpRefusal.ofUnknownCode("Seul un médecin peut être médecin traitant."));
    }
    Autorisation own = own(id, caller).orElse(null);
    if (!add) {
      return remove(id, caller, own, treating);
    }
    // dmp.md 5.2 (S:526): what the patient blocked, the professional does not open again.
    if (own != null && own.state() == State.INTERDIT) {
      return Outcome.refused(
          DmpRefusal.right("Le patient a interdit l'accès de son DMP à ce professionnel."));
    }
    Autorisation there = own != null && own.state() == State.VALIDE ? own : null;
    if (there != null && (!treating || there.treating())) {
      return Outcome.done("L'autorisation existe déjà.");
    }
    Instant now = clock.instant();
    dossiers.write(
        linking(id.number(), caller, there == null ? now : there.start(), now).treating(treating));
    return Outcome.done(treating ? "Médecin traitant déclaré." : "Autorisation ajoutée.");
  }

  private Outcome remove(
      PatientId id, DmpCaller caller, @Nullable Autorisation own, boolean treating) {
    if (own == null || own.state() == State.INTERDIT) {
      return Outcome.done("Aucune autorisation à supprimer.");
    }
    if (treating) {
      dossiers.write(own.treating(false));
      return Outcome.done("Il n'est plus médecin traitant.");
    }
    dossiers.remove(id.number(), caller.holder());
    return Outcome.done("Autorisation supprimée.");
  }

  private static Autorisation linking(String ins, DmpCaller caller, Instant start, Instant now) {
    CodedValue speciality = caller.speciality();
    String[] names = caller.displayName().strip().split("\\s+", 2);
    return new Autorisation(
        ins,
        caller.holder(),
        caller.structure(),
        names.length > 1 ? names[1] : names[0],
        names.length > 1 ? names[0] : "",
        speciality == null ? "" : speciality.code(),
        speciality == null ? "" : speciality.displayName(),
        State.VALIDE,
        false,
        start,
        now);
  }

  /**
   * TD0.4: the records the caller is authorised for, newest first.
   *
   * @param since only those newer
   * @param byDocument whether the date is that of the last document, not that of the authorisation
   */
  public Patients patients(DmpCaller caller, Instant since, boolean byDocument) {
    // dmp.md 5.3, conditions 2 and 3.
    boolean byStructure =
        switch (caller.kind()) {
          case EMPLOYEE, STRUCTURE -> true;
          case PROFESSIONAL, DOCTOR, OCCUPATIONAL_DOCTOR -> false;
        };
    Duration life = settings.authorizationLife();
    List<DossierStore.Link> links =
        dossiers.links(
            byStructure ? caller.structure() : caller.holder(),
            byStructure,
            since,
            byDocument,
            life.isZero() ? Instant.EPOCH : clock.instant().minus(life),
            LISTED + 1);
    return new Patients(
        links.stream()
            .limit(LISTED)
            .flatMap(
                link ->
                    people.byNumber(link.autorisation().ins()).stream()
                        .map(person -> new Linked(person, link.dossier(), link.autorisation())))
            .toList(),
        links.size() > LISTED);
  }

  /** TD1.6: who is authorised or blocked, each in the state of now. */
  public List<Autorisation> authorizations(PatientId id) {
    return dossiers.ofPatient(id.number()).stream().map(this::now).toList();
  }

  /**
   * One patient of TD0.4.
   *
   * @param person who
   * @param dossier the record
   * @param link the authorisation
   */
  public record Linked(KnownPatient person, Dossier dossier, Autorisation link) {}

  /**
   * The patients of TD0.4.
   *
   * @param listed patients, newest first
   * @param cut whether there are more
   */
  public record Patients(List<Linked> listed, boolean cut) {
    /** Copies the list. */
    public Patients {
      listed = List.copyOf(listed);
    }
  }

  /**
   * What came of an order.
   *
   * @param text what was done, French
   * @param refusal why nothing was; null when something was
   */
  public record Outcome(String text, @Nullable DmpRefusal refusal) {
    static Outcome done(String text) {
      return new Outcome(text, null);
    }

    static Outcome refused(DmpRefusal refusal) {
      return new Outcome("", refusal);
    }
  }
}
