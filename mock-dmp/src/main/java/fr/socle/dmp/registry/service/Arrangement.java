package fr.socle.dmp.registry.service;

import fr.socle.bench.content.Content;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others did to the documents of a DMP before a scenario: no right is looked at. */
final class Arrangement {
  private final Room room;
  private final ValueSets codes;

  Arrangement(Room room, ValueSets codes) {
    this.room = room;
    this.codes = codes;
  }

  /** An identifier of a document that never served: X.667, the UUID under 2.25. */
  static String newOid() {
    UUID uuid = UUID.randomUUID();
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }

  /**
   * Puts a document.
   *
   * @param bytes its bytes; null for a CDA of the bench
   * @param text text of that CDA
   * @throws RefusedException when its identifier is taken, or what it replaces is not there
   */
  void put(ArrangedDocument document, byte @Nullable [] bytes, String text, Availability status)
      throws RefusedException {
    ArrangedMetadata metadata = new ArrangedMetadata(codes, document);
    DocumentContent content =
        DocumentContent.of(Content.of(bytes == null ? written(document, metadata, text) : bytes));
    long at = document.submitted().toEpochMilli();
    Object unused =
        room.store()
            .inTransaction(
                session -> {
                  String old = document.replaces();
                  Provided provided =
                      new Provided(
                          metadata.submission(
                              newOid(), old == null ? null : uuid(session, document, old)),
                          List.of(new Provided.Bytes(ArrangedMetadata.ENTRY, null, content)));
                  Object done =
                      new Entrance(
                              session, room, provided, any -> true, document.patient().id(), at)
                          .enter();
                  StoredEntry entered =
                      session
                          .ofDocument(document.uniqueId())
                          .orElseThrow(() -> new IllegalStateException("it was just stored"));
                  if (status != entered.availability() && !session.change(entered, status)) {
                    throw new IllegalStateException("nobody else knows it");
                  }
                  return done;
                });
  }

  private static byte[] written(ArrangedDocument document, ArrangedMetadata metadata, String text) {
    return document.mimeType().equals(ArrangedKos.MIME_TYPE)
        ? ArrangedKos.of(document)
        : new ArrangedCda(document, metadata).bytes(text);
  }

  private static String uuid(RegistrySession session, ArrangedDocument document, String uniqueId)
      throws RefusedException {
    return here(session, document.patient().id().number(), uniqueId).uuid();
  }

  private static StoredEntry here(RegistrySession session, String ins, String uniqueId)
      throws RefusedException {
    return session
        .ofDocument(uniqueId)
        .filter(entry -> entry.ins().equals(ins))
        .orElseThrow(
            () ->
                new RefusedException(
                    RegistryError.at(
                        RegistryError.UNIQUE_ID,
                        uniqueId,
                        "Ce DMP n'a pas de document d'uniqueId « " + uniqueId + " ».")));
  }

  /**
   * Changes a document.
   *
   * @param visibility what it is hidden from; null to leave it
   * @param status status; null to leave it
   * @throws RefusedException when it is not in this DMP
   */
  void change(
      String ins, String uniqueId, @Nullable List<Coded> visibility, @Nullable Availability status)
      throws RefusedException {
    Object unused =
        room.store()
            .inTransaction(
                session -> {
                  StoredEntry entry = here(session, ins, uniqueId);
                  StoredEntry now = visibility == null ? entry : shown(session, entry, visibility);
                  if (status != null
                      && status != now.availability()
                      && !session.change(now, status)) {
                    throw changing(uniqueId);
                  }
                  return now;
                });
  }

  private static StoredEntry shown(
      RegistrySession session, StoredEntry former, List<Coded> visibility) throws RefusedException {
    List<Coded> codes =
        new ArrayList<>(
            former.entry().confidentialityCode().stream()
                .filter(code -> !StoredEntry.isVisibility(code.code()))
                .toList());
    codes.addAll(visibility);
    String uuid = Room.newUuid();
    StoredEntry next =
        former.next(
            uuid,
            RegistryObjectBuilder.of(former.metadata())
                .attribute("id", uuid)
                .codes(Scheme.CONFIDENTIALITY_CODE, codes.toArray(Coded[]::new))
                .build());
    if (!session.supersede(former)) {
      throw changing(former.uniqueId());
    }
    session.add(next);
    return next;
  }

  private static RefusedException changing(String uniqueId) {
    return new RefusedException(
        RegistryError.at(
            RegistryError.UPDATE,
            uniqueId,
            "Le document « " + uniqueId + " » vient de changer : recommencez."));
  }
}
