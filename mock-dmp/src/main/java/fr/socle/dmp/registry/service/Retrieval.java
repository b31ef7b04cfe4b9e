package fr.socle.dmp.registry.service;

import fr.socle.bench.content.Content;
import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.service.PatientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TD3.2: documents leave as they came: dmp.md 1.11, 5.3. */
final class Retrieval {
  /** What is read at once; the rest stays in the store until it is sent. */
  private static final long SMALL = 1024 * 1024;

  private final Room room;

  Retrieval(Room room) {
    this.room = room;
  }

  Retrieved retrieve(List<Retrieved.Wanted> wanted, Access access) {
    PatientId patient = access.patient();
    DmpCaller caller = access.caller();
    PatientDmp dmp = room.service().of(patient, caller);
    // A caller who may open masked documents alone does not exist: READ is looked at first.
    Optional<DmpRefusal> refusal = dmp.refusal(caller, Act.READ);
    if (refusal.isPresent()) {
      return Retrieved.refused(RegistryError.of(refusal.get()));
    }
    if (wanted.isEmpty()) {
      return Retrieved.refused(
          RegistryError.of(RegistryError.UNIQUE_ID, "Aucun document n'est demandé."));
    }
    List<Retrieved.Wanted> once = wanted.stream().distinct().toList();
    if (once.size() > room.settings().identifiers()) {
      return Retrieved.refused(
          RegistryError.of(
              RegistryError.TOO_MANY,
              once.size()
                  + " documents demandés : "
                  + room.settings().identifiers()
                  + " au plus, demandez-les en plusieurs fois."));
    }
    List<Retrieved.Document> documents = new ArrayList<>();
    List<RegistryError> errors = new ArrayList<>();
    Reader reader = new Reader(dmp, caller);
    long left = room.settings().answerSize();
    for (Retrieved.Wanted one : once) {
      try {
        long most = left;
        Retrieved.Document document =
            room.store()
                .inTransaction(
                    session -> {
                      Retrieved.Document found = document(session, one, patient, reader, most);
                      if (documents.isEmpty()) {
                        session.acted(room.service(), dmp, true);
                        session.accessed(room.service(), access);
                      }
                      return found;
                    });
        documents.add(document);
        left -= document.bytes().size();
      } catch (RefusedException e) {
        errors.addAll(e.errors());
      }
    }
    return new Retrieved(documents, errors);
  }

  private Retrieved.Document document(
      RegistrySession session, Retrieved.Wanted wanted, PatientId patient, Reader reader, long most)
      throws RefusedException {
    if (!wanted.repositoryId().equals(room.repositoryId())) {
      throw new RefusedException(
          RegistryError.at(
              RegistryError.UNKNOWN_REPOSITORY,
              wanted.uniqueId(),
              "repositoryUniqueId=" + wanted.repositoryId()));
    }
    StoredEntry entry =
        session
            .ofDocument(wanted.uniqueId())
            .filter(each -> each.ins().equals(patient.number()))
            // dmp.md 1.11 (S:DEH): also what an entryUUID in the place of a uniqueId gets.
            .orElseThrow(
                () ->
                    new RefusedException(
                        RegistryError.at(
                            RegistryError.UNIQUE_ID,
                            wanted.uniqueId(),
                            "uniqueId=" + wanted.uniqueId())));
    String closed = reader.whyClosed(entry).orElse(null);
    if (closed != null) {
      throw new RefusedException(RegistryError.right(wanted.uniqueId(), closed));
    }
    long size = session.size(entry.content());
    if (size > most) {
      throw new RefusedException(
          RegistryError.at(
              RegistryError.TOO_MANY,
              wanted.uniqueId(),
              "La réponse dépasserait "
                  + room.settings().answerSize()
                  + " octets : demandez ce document à part."));
    }
    return new Retrieved.Document(
        wanted.uniqueId(),
        entry.entry().mimeType(),
        size > SMALL
            ? room.store().content(entry.content(), size)
            : Content.of(session.bytes(entry.content())));
  }
}
