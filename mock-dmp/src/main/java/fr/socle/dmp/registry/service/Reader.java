package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.service.Right;
import fr.socle.documents.codes.Coded;
import java.util.Optional;

/**
 * Who looks at the documents of a patient: dmp.md 5.3 (S:526, 606).
 *
 * @param dmp the record as the caller meets it
 * @param caller who calls
 */
record Reader(PatientDmp dmp, DmpCaller caller) {
  /** Why a document may not be opened, French; empty when it may, the record left aside. */
  Optional<String> whyClosed(StoredEntry entry) {
    if (!isHabilitated(entry)) {
      return Optional.of("La profession de l'utilisateur ne lit pas ce type de document.");
    }
    if (entry.masked()) {
      return maySeeMasked(entry)
          ? Optional.empty()
          : Optional.of("Ce document est masqué aux professionnels.");
    }
    return dmp.may(caller, Act.READ).allowed()
        ? Optional.empty()
        : Optional.of("L'utilisateur n'ouvre pas de document.");
  }

  /** Whether a document is in the lists; the matrix only speaks of opening it (A). */
  boolean isShown(StoredEntry entry) {
    return isHabilitated(entry) && (!entry.masked() || maySeeMasked(entry));
  }

  /** Whether the profession reads the type; who is no professional is in the other matrix only. */
  private boolean isHabilitated(StoredEntry entry) {
    return !caller.bySomebody()
        || entry.entry().typeCode().stream()
            .map(Coded::code)
            .allMatch(type -> dmp.settings().habilitations().mayRead(caller.profession(), type))
        || isOwn(entry);
  }

  /** Whether the identifier of a document may be learnt in order to change it: conditions 5, 9. */
  boolean mayName(StoredEntry entry) {
    return isShown(entry) || isOwn(entry);
  }

  /** Whether the caller is an author. */
  boolean isOwn(StoredEntry entry) {
    return Ownership.isAuthor(entry.entry(), caller);
  }

  /** Whether an act is open on one document, the state of the record left aside. */
  boolean may(Act act, StoredEntry entry) {
    return holds(dmp.may(caller, act), entry);
  }

  private boolean maySeeMasked(StoredEntry entry) {
    return holds(dmp.may(caller, Act.READ_MASKED), entry);
  }

  private boolean holds(Right right, StoredEntry entry) {
    return right.allowed()
        && (!right.ifThePatientAllows() || dmp.dossier().maskedInEmergency())
        && (!right.ownDocumentsOnly() || isOwn(entry));
  }
}
