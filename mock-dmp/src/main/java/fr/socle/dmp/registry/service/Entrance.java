package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientId;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObject;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One submission being stored, in one transaction: all of it, or nothing. */
final class Entrance {
  private final RegistrySession session;
  private final Room room;
  private final Provided provided;
  private final Submission submission;
  private final Predicate<StoredEntry> mayReplace;
  private final PatientId patient;
  private final long now;
  private final Map<String, String> uuids = new HashMap<>();
  private final Set<String> entered = new HashSet<>();

  /**
   * A submission.
   *
   * @param mayReplace whether a document that is there may be replaced by this sender
   * @param now when it comes in, in milliseconds
   */
  Entrance(
      RegistrySession session,
      Room room,
      Provided provided,
      Predicate<StoredEntry> mayReplace,
      PatientId patient,
      long now) {
    this.session = session;
    this.room = room;
    this.provided = provided;
    this.submission = provided.submission();
    this.mayReplace = mayReplace;
    this.patient = patient;
    this.now = now;
  }

  /** What was done, for the journal. */
  Map<String, Object> enter() throws RefusedException {
    SubmissionSet set = submission.sets().get(0);
    String setId = set.uniqueId().get(0);
    if (session.hasSet(setId)) {
      throw new RefusedException(
          RegistryError.at(
              RegistryError.DUPLICATE, set.id(), "Le lot " + setId + " est déjà au DMP."));
    }
    // Two senders of the same bytes take the same locks in the same order.
    Map<String, DocumentContent> byKey = new TreeMap<>();
    for (DocumentEntry entry : submission.documents()) {
      DocumentContent content = content(entry);
      byKey.put(content.key(), content);
    }
    byKey.values().forEach(session::keep);
    name(set.id());
    session.add(new StoredSet(known(set.id()), patient.number(), setId, now, bare(set.object())));
    List<String> documents = new ArrayList<>();
    for (DocumentEntry entry : submission.documents()) {
      documents.add(enter(entry, content(entry)));
    }
    List<String> replaced = new ArrayList<>();
    for (Association association : submission.associations()) {
      if (association.type().equals(Association.REPLACES)) {
        replaced.add(replace(association));
      }
      link(association);
    }
    session.added(room.service().dossiers(), patient.number(), now);
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("documents", documents);
    if (!replaced.isEmpty()) {
      done.put("remplace", replaced);
    }
    return done;
  }

  private DocumentContent content(DocumentEntry entry) {
    return provided
        .document(entry.id(), room.strict())
        .flatMap(each -> Optional.ofNullable(each.content()))
        .orElseThrow(() -> new IllegalStateException("controlled before"));
  }

  private String enter(DocumentEntry entry, DocumentContent content) throws RefusedException {
    String uniqueId = entry.uniqueId().get(0);
    String there = session.contentOf(uniqueId).orElse(null);
    if (there != null) {
      boolean same = there.equals(content.key());
      throw new RefusedException(
          RegistryError.at(
              same ? RegistryError.DUPLICATE : RegistryError.OTHER_HASH,
              entry.id(),
              "Le document "
                  + uniqueId
                  + (same ? " est déjà au DMP." : " est déjà au DMP avec un autre contenu.")));
    }
    session.claim(uniqueId, patient.number(), content.key());
    String uuid = name(entry.id());
    session.add(
        new StoredEntry(
            uuid,
            uuid,
            1,
            true,
            patient.number(),
            uniqueId,
            Availability.APPROVED,
            content.key(),
            now,
            RegistryObjectBuilder.of(bare(entry.object()))
                .slot("repositoryUniqueId", room.repositoryId())
                .slot("hash", content.sha1())
                .slot("size", String.valueOf(content.size()))
                .build()));
    return uniqueId;
  }

  // dmp.md 3.8 (S:P4D, MSG); only an author replaces: 5.4 (S:DEVBOX, HL7V2).
  private String replace(Association association) throws RefusedException {
    StoredEntry old = session.entry(association.target()).orElse(null);
    if (!entered.contains(uuids.getOrDefault(association.source(), ""))
        || submission.document(association.source()).isEmpty()) {
      throw refused("Le remplacement doit partir d'un document de l'envoi.", association);
    }
    if (old == null || !old.ins().equals(patient.number())) {
      throw refused("La fiche remplacée n'est pas dans ce DMP.", association);
    }
    if (!old.current() || !isReplaceable(old)) {
      throw refused(
          "La fiche remplacée n'est plus en vigueur : cherchez son entryUUID d'aujourd'hui.",
          association);
    }
    if (!mayReplace.test(old)) {
      throw new RefusedException(
          RegistryError.of(DmpRefusal.ofUnknownCode("Seul un auteur d'un document le remplace.")));
    }
    if (!session.change(old, Availability.DEPRECATED)) {
      throw refused(
          "La fiche remplacée vient de changer : cherchez son entryUUID et recommencez.",
          association);
    }
    return old.uniqueId();
  }

  private boolean isReplaceable(StoredEntry old) {
    return old.availability() == Availability.APPROVED
        || (old.availability() == Availability.ARCHIVED && room.settings().archivedReplaced());
  }

  private static RefusedException refused(String why, Association association) {
    return new RefusedException(
        RegistryError.at(
            RegistryError.REPLACE,
            association.source(),
            why + " (targetObject : " + association.target() + ")"));
  }

  private void link(Association association) throws RefusedException {
    String source = uuids.get(association.source());
    String named = uuids.getOrDefault(association.target(), association.target());
    String target = entered.contains(named) ? named : here(named);
    if (source == null || target == null) {
      throw new RefusedException(
          RegistryError.at(
              RegistryError.METADATA,
              association.object().id(),
              "L'association va de « "
                  + association.source()
                  + " » à « "
                  + association.target()
                  + " » : l'un des deux n'est ni dans l'envoi ni dans ce DMP."));
    }
    session.add(new StoredLink(Room.newUuid(), source, target, association.object()));
  }

  /** The logical identifier of a document of this DMP; null when there is no such version. */
  private @Nullable String here(String uuid) {
    return session
        .entry(uuid)
        .filter(each -> each.ins().equals(patient.number()))
        .map(StoredEntry::lid)
        .orElse(null);
  }

  /** Gives an object of the submission its identifier. */
  private String name(String symbolic) {
    String uuid = Room.newUuid();
    uuids.put(symbolic, uuid);
    entered.add(uuid);
    return uuid;
  }

  private String known(String symbolic) {
    return uuids.getOrDefault(symbolic, symbolic);
  }

  private RegistryObject bare(RegistryObject object) {
    return RegistryObjectBuilder.of(object)
        .attribute("id", known(object.id()))
        .attribute("status", "")
        .attribute("lid", "")
        .build();
  }
}
