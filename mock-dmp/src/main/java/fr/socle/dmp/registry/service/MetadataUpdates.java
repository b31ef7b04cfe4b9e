package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.service.PatientId;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** TD3.3: masks, shows, archives and deletes documents: dmp.md 1.12, 5.3, 5.4. */
final class MetadataUpdates {
  private static final String PREVIOUS_VERSION = "PreviousVersion";

  private final Room room;
  private final SubmissionControls controls;

  MetadataUpdates(Room room) {
    this.room = room;
    this.controls = new SubmissionControls(room.settings(), room.strict());
  }

  Outcome update(Submission submission, Access access) {
    PatientId patient = access.patient();
    DmpCaller caller = access.caller();
    PatientDmp dmp = room.service().of(patient, caller);
    Optional<DmpRefusal> notOpen = dmp.notOpen();
    if (notOpen.isPresent()) {
      return Outcome.refused(List.of(RegistryError.of(notOpen.get())));
    }
    List<RegistryError> errors = errors(submission, patient);
    if (errors.stream().anyMatch(each -> !each.warning())) {
      return Outcome.refused(errors);
    }
    try {
      List<String> done =
          room.store()
              .inTransaction(
                  session -> {
                    List<String> changed =
                        new Change(session, submission, new Reader(dmp, caller), patient).make();
                    session.acted(room.service(), dmp, false);
                    session.accessed(room.service(), access);
                    return changed;
                  });
      return new Outcome(errors, Map.of("changements", done));
    } catch (RefusedException e) {
      return Outcome.refused(e.errors());
    }
  }

  private List<RegistryError> errors(Submission submission, PatientId patient) {
    List<RegistryError> errors = new ArrayList<>();
    List<Association> statuses = submission.associations(Association.UPDATES_AVAILABILITY);
    if (submission.sets().size() != 1 || (statuses.isEmpty() && submission.documents().isEmpty())) {
      errors.add(
          RegistryError.of(
              RegistryError.METADATA,
              "Une mise à jour a un lot, et une fiche ou un changement de statut au moins."));
      return errors;
    }
    errors.addAll(controls.ofSet(submission.sets().get(0), patient));
    return errors;
  }

  /** One update being made. */
  private final class Change {
    private final RegistrySession session;
    private final Submission submission;
    private final Reader reader;
    private final PatientId patient;
    private final long now = room.clock().instant().toEpochMilli();

    Change(RegistrySession session, Submission submission, Reader reader, PatientId patient) {
      this.session = session;
      this.submission = submission;
      this.reader = reader;
      this.patient = patient;
    }

    List<String> make() throws RefusedException {
      SubmissionSet set = submission.sets().get(0);
      String uniqueId = set.uniqueId().get(0);
      if (session.hasSet(uniqueId)) {
        throw new RefusedException(
            RegistryError.at(
                RegistryError.DUPLICATE, set.id(), "Le lot " + uniqueId + " est déjà au DMP."));
      }
      String setUuid = Room.newUuid();
      session.add(
          new StoredSet(
              setUuid,
              patient.number(),
              uniqueId,
              now,
              RegistryObjectBuilder.of(set.object()).attribute("id", setUuid).build()));
      List<String> done = new ArrayList<>();
      for (Association each : submission.associations(Association.UPDATES_AVAILABILITY)) {
        done.add(changeStatus(each, setUuid));
      }
      for (DocumentEntry entry : submission.documents()) {
        done.add(metadata(entry, setUuid));
      }
      session.updated(room.service().dossiers(), patient.number(), now);
      return done;
    }

    private String changeStatus(Association association, String setUuid) throws RefusedException {
      StoredEntry entry = here(session.entry(association.target()).orElse(null), association);
      Availability original = status(association, "OriginalStatus");
      Availability wanted = status(association, "NewStatus");
      if (entry.availability() != original) {
        throw wrong(
            association.target(),
            "OriginalStatus est "
                + original.urn()
                + ", la fiche est "
                + entry.availability().urn());
      }
      // dmp.md 1.12 (S:MSG): archive, take out of the archive, delete.
      boolean deletes = wanted == Availability.DELETED && original != Availability.DELETED;
      boolean archives =
          (original == Availability.APPROVED && wanted == Availability.ARCHIVED)
              || (original == Availability.ARCHIVED && wanted == Availability.APPROVED);
      if (!deletes && !archives) {
        throw wrong(
            association.target(),
            "Le statut ne passe pas de " + word(original) + " à " + word(wanted) + ".");
      }
      allowed(deletes ? Act.DELETE : Act.ARCHIVE, entry);
      if (!session.change(entry, wanted)) {
        throw wrong(association.target(), "La fiche vient de changer.");
      }
      session.add(new StoredLink(Room.newUuid(), setUuid, entry.lid(), association.object()));
      return entry.uniqueId() + " : " + word(wanted);
    }

    private Availability status(Association association, String slot) throws RefusedException {
      List<String> values = association.object().values(slot);
      if (values.size() == 1) {
        Availability one = Availability.of(values.get(0)).orElse(null);
        if (one != null) {
          return one;
        }
      }
      throw wrong(association.target(), slot + " doit porter un statut, et un seul : " + values);
    }

    private String metadata(DocumentEntry entry, String setUuid) throws RefusedException {
      StoredEntry former = here(session.current(entry.logicalId()).orElse(null), entry);
      version(entry, former);
      // dmp.md 1.12 (S:MSG): the status of what changes is Approved; archived too is ours (A).
      if (former.availability() == Availability.DELETED
          || former.availability() == Availability.DEPRECATED) {
        throw wrong(entry.id(), "Un document " + word(former.availability()) + " ne change plus.");
      }
      List<RegistryError> errors = SubmissionControls.ofUpdate(entry, former, patient);
      if (!errors.isEmpty()) {
        throw new RefusedException(errors);
      }
      VisibilityChange change = new VisibilityChange(former, entry);
      Set<Act> acts = change.acts();
      for (Act act : acts) {
        allowed(act, former);
      }
      // dmp.md 5.3 (S:526): the matrix opens "show to patient"; that hiding again is not open is
      // (A).
      if (room.settings().hidingAgainRefused() && change.hidesAgain()) {
        throw new RefusedException(
            RegistryError.of(
                DmpRefusal.ofUnknownCode(
                    entry.id()
                        + " : TD3.3b montre au patient ou à ses représentants, elle ne leur cache"
                        + " pas ce qu'ils voient.")));
      }
      if (!session.supersede(former)) {
        throw versionError(entry.id(), "La fiche vient de changer.");
      }
      List<String> others = change.others();
      if (room.settings().otherChangesRefused() && !others.isEmpty()) {
        throw wrong(
            entry.id(),
            "La fiche reçue n'est pas celle du DMP ("
                + String.join(", ", others)
                + ") : TD3.3 ne change que la visibilité, dans confidentialityCode.");
      }
      String uuid = Room.newUuid();
      session.add(former.next(uuid, change.rewritten(uuid)));
      Association member = member(entry);
      if (member != null) {
        session.add(new StoredLink(Room.newUuid(), setUuid, former.lid(), member.object()));
      }
      return former.uniqueId() + " : " + VisibilityChange.words(acts);
    }

    private void version(DocumentEntry entry, StoredEntry former) throws RefusedException {
      Association member = member(entry);
      List<String> previous = member == null ? List.of() : member.object().values(PREVIOUS_VERSION);
      if (previous.isEmpty() && !room.strict()) {
        return;
      }
      if (!previous.equals(List.of(String.valueOf(former.version())))) {
        throw versionError(
            entry.id(),
            PREVIOUS_VERSION + " est " + previous + ", la fiche en est à " + former.version());
      }
    }

    private @Nullable Association member(DocumentEntry entry) {
      return submission.associations(Association.HAS_MEMBER).stream()
          .filter(each -> each.target().equals(entry.id()))
          .findFirst()
          .orElse(null);
    }

    private void allowed(Act act, StoredEntry entry) throws RefusedException {
      DmpRefusal refusal = reader.dmp().refusal(reader.caller(), act).orElse(null);
      if (refusal != null) {
        throw new RefusedException(RegistryError.of(refusal));
      }
      if (!reader.may(act, entry)) {
        throw new RefusedException(
            RegistryError.of(
                DmpRefusal.right(act.code() + " n'est ouvert ici qu'à un auteur du document.")));
      }
      // dmp.md 5.3 (S:526): a document of the patient is the treating doctor's to archive, delete.
      boolean leaves = act == Act.ARCHIVE || act == Act.DELETE;
      if (leaves && entry.ofThePatient() && !reader.dmp().treating()) {
        throw new RefusedException(
            RegistryError.of(
                DmpRefusal.right(
                    "Un document du patient n'est archivé ou supprimé que par son médecin"
                        + " traitant ou par lui.")));
      }
    }

    private static String word(Availability availability) {
      return switch (availability) {
        case APPROVED -> "approuvé";
        case DEPRECATED -> "obsolète";
        case ARCHIVED -> "archivé";
        case DELETED -> "supprimé";
      };
    }

    private StoredEntry here(@Nullable StoredEntry found, Association association)
        throws RefusedException {
      if (found == null || !found.current() || !found.ins().equals(patient.number())) {
        throw wrong(
            association.target(),
            "Aucune fiche en vigueur de ce DMP n'a l'entryUUID "
                + association.target()
                + " : cherchez celui d'aujourd'hui (TD3.1).");
      }
      return found;
    }

    private StoredEntry here(@Nullable StoredEntry found, DocumentEntry entry)
        throws RefusedException {
      if (found == null || !found.ins().equals(patient.number())) {
        throw wrong(entry.id(), "Aucune fiche de ce DMP n'a le lid « " + entry.logicalId() + " ».");
      }
      return found;
    }

    private static RefusedException wrong(String location, String why) {
      return new RefusedException(RegistryError.at(RegistryError.UPDATE, location, why));
    }

    private static RefusedException versionError(String location, String why) {
      return new RefusedException(RegistryError.at(RegistryError.VERSION, location, why));
    }
  }
}
