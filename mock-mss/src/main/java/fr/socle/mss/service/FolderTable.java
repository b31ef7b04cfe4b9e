package fr.socle.mss.service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The folders of the mailboxes of a space, and what their holders subscribed to, within a
 * transaction of the store.
 *
 * @param space the space
 * @param clock gives the first UIDVALIDITY
 */
record FolderTable(String space, Clock clock) {
  private static final RowMapper<Folder> FOLDER =
      (row, context) ->
          new Folder(
              row.getLong("id"),
              row.getString("adresse"),
              row.getString("nom"),
              row.getLong("uid_validity"),
              row.getLong("uid_next"),
              row.getLong("modseq"),
              row.getLong("efface_modseq"));

  /** The folders of a mailbox, by name. */
  List<Folder> of(Handle handle, String address) {
    return handle
        .select(
            "select * from mss.dossier where space_id = ? and adresse = ? order by nom",
            space,
            address)
        .map(FOLDER)
        .list();
  }

  Optional<Folder> find(Handle handle, String address, String name) {
    return handle
        .select(
            "select * from mss.dossier where space_id = ? and adresse = ? and nom = ?",
            space,
            address,
            name)
        .map(FOLDER)
        .findOne();
  }

  Optional<Folder> find(Handle handle, long id) {
    return handle.select("select * from mss.dossier where id = ?", id).map(FOLDER).findOne();
  }

  /** Creates a folder; its holder subscribes to the inbox. */
  void insert(Handle handle, String address, String name) {
    handle.execute(
        "insert into mss.dossier (space_id, adresse, nom, uid_validity, uid_next, recent_uid,"
            + " modseq, efface_modseq) values (?, ?, ?, ?, 1, 1, 1, 1)",
        space,
        address,
        name,
        nextValidity(handle));
    if (name.equals(Folder.INBOX)) {
      subscribe(handle, address, name, true);
    }
  }

  private long nextValidity(Handle handle) {
    // Larger than that of a folder of the same name that was removed (RFC 3501 section 2.3.1.1):
    // larger than any ever given in this store, and than those of a store before it.
    handle.execute(
        "update mss.compteur set uid_validity = greatest(uid_validity + 1, ?)",
        clock.instant().getEpochSecond());
    return handle.select("select uid_validity from mss.compteur").mapTo(Long.class).one();
  }

  /** Gives a folder another UIDVALIDITY. */
  int renumber(Handle handle, long folder) {
    return handle.execute(
        "update mss.dossier set uid_validity = ? where id = ?", nextValidity(handle), folder);
  }

  /** Renames a folder and those in it; false if the new name is taken. */
  boolean rename(Handle handle, Folder folder, String name) {
    if (find(handle, folder.address(), name).isPresent()) {
      return false;
    }
    String under = folder.name() + Folder.SEPARATOR;
    for (Folder each : of(handle, folder.address())) {
      if (each.id() == folder.id() || each.name().startsWith(under)) {
        handle.execute(
            "update mss.dossier set nom = ? where id = ?",
            name + each.name().substring(folder.name().length()),
            each.id());
      }
    }
    return true;
  }

  void delete(Handle handle, long folder) {
    handle.execute("delete from mss.dossier where id = ?", folder);
  }

  /** Subscribes to a name, or no longer. */
  void subscribe(Handle handle, String address, String name, boolean subscribed) {
    handle.execute(
        "delete from mss.abonnement where space_id = ? and adresse = ? and nom = ?",
        space,
        address,
        name);
    if (subscribed) {
      handle.execute("insert into mss.abonnement values (?, ?, ?)", space, address, name);
    }
  }

  /** The names a holder subscribed to, those of folders that are gone among them. */
  Set<String> subscriptions(Handle handle, String address) {
    return new TreeSet<>(
        handle
            .select(
                "select nom from mss.abonnement where space_id = ? and adresse = ?", space, address)
            .mapTo(String.class)
            .list());
  }

  /** Bytes of all the messages of a mailbox. */
  long used(Handle handle, String address) {
    return handle
        .select(
            "select coalesce(sum(m.taille), 0) from mss.message m join mss.dossier d on"
                + " d.id = m.dossier where d.space_id = ? and d.adresse = ?",
            space,
            address)
        .mapTo(Long.class)
        .one();
  }

  /** The first UID nobody was told of; from now on there is none. */
  long claimRecent(Handle handle, long folder) {
    long first =
        handle
            .select("select recent_uid from mss.dossier where id = ?", folder)
            .mapTo(Long.class)
            .findOne()
            .orElse(Long.MAX_VALUE);
    handle.execute("update mss.dossier set recent_uid = uid_next where id = ?", folder);
    return first;
  }

  /** How many messages nobody was told of yet. */
  long recentCount(Handle handle, long folder) {
    return handle
        .select(
            "select count(*) from mss.message m join mss.dossier d on d.id = m.dossier where"
                + " d.id = ? and m.uid >= d.recent_uid",
            folder)
        .mapTo(Long.class)
        .one();
  }
}
