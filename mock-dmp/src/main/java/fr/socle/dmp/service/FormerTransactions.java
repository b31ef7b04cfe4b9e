package fr.socle.dmp.service;

import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TD1.2, TD1.3b and TD1.4, which only work on a DMP that is not attached to Mon espace santé:
 * dmp.md 1.8, 5.1. Safe for use by several threads.
 */
public final class FormerTransactions {
  private final DmpService service;

  /** Over the records of a space. */
  public FormerTransactions(DmpService service) {
    this.service = service;
  }

  /** TD1.4: closes a record. */
  public Optional<DmpRefusal> close(PatientId id, DmpCaller caller, Closure how) {
    Dossier dossier = service.of(id, caller).dossier();
    if (dossier.status() == Status.FERME) {
      return Optional.of(new DmpRefusal(DmpRefusal.CLOSED, "Le DMP de ce patient est déjà fermé."));
    }
    return unmanaged(dossier)
        .or(
            () -> {
              service.dossiers().write(dossier.closed(how));
              return Optional.empty();
            });
  }

  /** TD1.2: opens a closed record again. */
  public Optional<DmpRefusal> reactivate(PatientId id, DmpCaller caller) {
    Dossier dossier = service.of(id, caller).dossier();
    if (dossier.open()) {
      return Optional.of(new DmpRefusal(DmpRefusal.FOUND, "Le DMP de ce patient est déjà ouvert."));
    }
    return unmanaged(dossier)
        .or(
            () -> {
              service.dossiers().write(dossier.reopened());
              return Optional.empty();
            });
  }

  /** TD1.3b: changes administrative data. */
  public Optional<DmpRefusal> change(
      PatientId id,
      DmpCaller caller,
      @Nullable Boolean breakGlass,
      @Nullable Boolean regulation,
      @Nullable List<String> telecoms) {
    PatientDmp dmp = service.of(id, caller);
    Optional<DmpRefusal> refusal = dmp.notOpen().or(() -> unmanaged(dmp.dossier()));
    if (refusal.isEmpty()) {
      service.dossiers().write(dmp.dossier().changed(breakGlass, regulation, telecoms));
    }
    return refusal;
  }

  // dmp.md 1.8 (A): legacy, refused by default; 5.1 (S:526): only if not attached.
  private Optional<DmpRefusal> unmanaged(Dossier dossier) {
    if (!service.settings().formerTransactions()) {
      return Optional.of(
          new DmpRefusal(DmpRefusal.RIGHT, "Cette transaction n'est plus ouverte aux logiciels."));
    }
    if (dossier.status() == Status.ABSENT) {
      return Optional.of(
          DmpRefusal.chosen(DmpRefusal.UNKNOWN_PATIENT, "Ce patient n'a pas de DMP."));
    }
    return dossier.attached()
        ? Optional.of(
            new DmpRefusal(
                DmpRefusal.RIGHT,
                "Ce DMP est rattaché à Mon espace santé : le patient y gère tout."))
        : Optional.empty();
  }
}
