package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DossierStore;
import fr.socle.dmp.service.PatientDmp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of one space within one transaction. */
final class RegistrySession {
  // A column of H2 holds 1 MiB.
  private static final int CHUNK = 256 * 1024;

  private final Handle handle;
  private final String space;
  private final MetadataCodec codec;

  RegistrySession(Handle handle, String space, MetadataCodec codec) {
    this.handle = handle;
    this.space = space;
    this.codec = codec;
  }

  /** Key of the bytes that a document identifier stands for. */
  Optional<String> contentOf(String uniqueId) {
    return handle
        .select(
            "select empreinte from dmp.document where space_id = ? and unique_id = ?",
            space,
            uniqueId)
        .map((row, context) -> row.getString(1))
        .findOne();
  }

  /** Writes down that an identifier is taken. */
  void claim(String uniqueId, String ins, String content) {
    handle.execute(
        "insert into dmp.document (space_id, unique_id, ins, empreinte) values (?, ?, ?, ?)",
        space,
        uniqueId,
        ins,
        content);
  }

  /** Keeps bytes, once. */
  void keep(DocumentContent content) {
    if (sizeOf(content.key()).isPresent()) {
      return;
    }
    handle.execute(
        "insert into dmp.contenu (space_id, empreinte, taille) values (?, ?, ?)",
        space,
        content.key(),
        content.size());
    try (InputStream in = content.bytes().open()) {
      int rank = 0;
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        handle.execute(
            "insert into dmp.morceau (space_id, empreinte, rang, octets) values (?, ?, ?, ?)",
            space,
            content.key(),
            rank++,
            chunk);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a document cannot be read again", e);
    }
  }

  private Optional<Long> sizeOf(String key) {
    return handle
        .select("select taille from dmp.contenu where space_id = ? and empreinte = ?", space, key)
        .map((row, context) -> row.getLong(1))
        .findOne();
  }

  /** The bytes kept under a key, in memory: for small ones. */
  byte[] bytes(String key) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    handle
        .select(
            "select octets from dmp.morceau where space_id = ? and empreinte = ? order by rang",
            space,
            key)
        .map((row, context) -> row.getBytes(1))
        .forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  /** Notes, with what was added, that something was. */
  void added(DossierStore dossiers, String ins, long at) {
    dossiers.added(handle, ins, Instant.ofEpochMilli(at));
  }

  /** Notes, with what was changed, that something was. */
  void updated(DossierStore dossiers, String ins, long at) {
    dossiers.updated(handle, ins, Instant.ofEpochMilli(at));
  }

  /**
   * Notes, with what was done, that who did it acted.
   *
   * @param dmp the record as he met it
   * @param reading whether he read or searched documents
   */
  void acted(DmpService service, PatientDmp dmp, boolean reading) {
    service.acted(handle, dmp, reading);
  }

  /** Notes, with what was done, an access in an emergency. */
  void accessed(DmpService service, Access access) {
    service.accessed(
        handle, access.patient(), access.caller(), access.transaction(), access.reason());
  }

  /** How many bytes are kept under a key. */
  long size(String key) {
    return sizeOf(key).orElse(0L);
  }

  /** The last versions of all the entries of a patient, oldest first. */
  List<StoredEntry> allOf(String ins) {
    return entries("ins = ? and courante = true", ins);
  }

  /** The last versions of the entries of a patient in some status, oldest first. */
  List<StoredEntry> currentOf(String ins, Availability availability) {
    return entries("ins = ? and statut = ? and courante = true", ins, availability.name());
  }

  /** A version of metadata. */
  Optional<StoredEntry> entry(String uuid) {
    return entries("uuid = ?", uuid).stream().findFirst();
  }

  /** The last version of the metadata of a document. */
  Optional<StoredEntry> current(String lid) {
    return entries("lid = ? and courante = true", lid).stream().findFirst();
  }

  /** The last version of the metadata of an identifier. */
  Optional<StoredEntry> ofDocument(String uniqueId) {
    return entries("unique_id = ? and courante = true", uniqueId).stream().findFirst();
  }

  private List<StoredEntry> entries(String condition, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = space;
    System.arraycopy(values, 0, all, 1, values.length);
    return handle
        .select(
            "select * from dmp.fiche where space_id = ? and "
                + condition
                + " order by depose_le, uuid",
            all)
        .map((row, context) -> entry(row))
        .list();
  }

  private StoredEntry entry(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getString("uuid"),
        row.getString("lid"),
        row.getInt("version"),
        row.getBoolean("courante"),
        row.getString("ins"),
        row.getString("unique_id"),
        Availability.valueOf(row.getString("statut")),
        row.getString("empreinte"),
        row.getLong("depose_le"),
        codec.object(row.getBytes("metadonnees")));
  }

  /** Adds a version of metadata. */
  void add(StoredEntry entry) throws RefusedException {
    handle.execute(
        "insert into dmp.fiche (space_id, uuid, lid, version, courante, ins, unique_id, statut,"
            + " empreinte, depose_le, metadonnees) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        space,
        entry.uuid(),
        entry.lid(),
        entry.version(),
        entry.current(),
        entry.ins(),
        entry.uniqueId(),
        entry.availability().name(),
        entry.content(),
        entry.submittedAt(),
        small(codec.bytes(entry.metadata()), entry.uniqueId()));
  }

  private static byte[] small(byte[] metadata, String location) throws RefusedException {
    if (metadata.length > MetadataCodec.LARGEST) {
      throw new RefusedException(
          RegistryError.at(
              RegistryError.METADATA,
              location,
              "Les métadonnées font " + metadata.length + " octets : un million au plus."));
    }
    return metadata;
  }

  /**
   * Changes the status of a last version.
   *
   * @return whether it still was what the caller thought
   */
  boolean change(StoredEntry entry, Availability to) {
    return handle.execute(
            "update dmp.fiche set statut = ? where space_id = ? and uuid = ? and statut = ? and"
                + " courante = true",
            to.name(),
            space,
            entry.uuid(),
            entry.availability().name())
        == 1;
  }

  /**
   * Makes a version a former one.
   *
   * @return whether it still was the last
   */
  boolean supersede(StoredEntry entry) {
    return handle.execute(
            "update dmp.fiche set courante = false, statut = ? where space_id = ? and uuid = ? and"
                + " courante = true",
            Availability.DEPRECATED.name(),
            space,
            entry.uuid())
        == 1;
  }

  /** The submission sets of a patient, oldest first. */
  List<StoredSet> setsOf(String ins) {
    return sets("ins = ?", ins);
  }

  /** Whether an identifier of a submission set is taken. */
  boolean hasSet(String uniqueId) {
    return !sets("unique_id = ?", uniqueId).isEmpty();
  }

  /** A submission set. */
  Optional<StoredSet> set(String uuid) {
    return sets("uuid = ?", uuid).stream().findFirst();
  }

  private List<StoredSet> sets(String condition, String value) {
    return handle
        .select(
            "select * from dmp.lot where space_id = ? and "
                + condition
                + " order by depose_le, uuid",
            space,
            value)
        .map(
            (row, context) ->
                new StoredSet(
                    row.getString("uuid"),
                    row.getString("ins"),
                    row.getString("unique_id"),
                    row.getLong("depose_le"),
                    codec.object(row.getBytes("metadonnees"))))
        .list();
  }

  /** Adds a submission set. */
  void add(StoredSet set) throws RefusedException {
    handle.execute(
        "insert into dmp.lot (space_id, uuid, ins, unique_id, depose_le, metadonnees) values (?, ?,"
            + " ?, ?, ?, ?)",
        space,
        set.uuid(),
        set.ins(),
        set.uniqueId(),
        set.submittedAt(),
        small(codec.bytes(set.metadata()), set.uniqueId()));
  }

  /** The links from and to an object. */
  List<StoredLink> linksOf(String uuid) {
    return handle
        .select(
            "select * from dmp.association where space_id = ? and source = ? union select * from"
                + " dmp.association where space_id = ? and cible = ? order by uuid",
            space,
            uuid,
            space,
            uuid)
        .map(
            (row, context) ->
                new StoredLink(
                    row.getString("uuid"),
                    row.getString("source"),
                    row.getString("cible"),
                    codec.object(row.getBytes("metadonnees"))))
        .list();
  }

  /** Adds a link. */
  void add(StoredLink link) throws RefusedException {
    handle.execute(
        "insert into dmp.association (space_id, uuid, source, cible, metadonnees) values (?, ?, ?,"
            + " ?, ?)",
        space,
        link.uuid(),
        link.source(),
        link.target(),
        small(codec.bytes(link.metadata()), link.uuid()));
  }
}
