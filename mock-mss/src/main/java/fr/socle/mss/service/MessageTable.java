package fr.socle.mss.service;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The messages in folders, within a transaction of the store.
 *
 * @param bodies their bytes
 */
record MessageTable(MailBodies bodies) {
  private static final int LONGEST_FLAGS = 1000;
  private static final RowMapper<StoredMessage> MESSAGE =
      (row, context) ->
          new StoredMessage(
              row.getLong("uid"),
              row.getLong("corps"),
              row.getLong("taille"),
              Instant.ofEpochMilli(row.getLong("recu"))
                  .atOffset(ZoneOffset.ofTotalSeconds(row.getInt("decalage"))),
              flags(row.getString("drapeaux")),
              row.getLong("modseq"));

  List<StoredMessage> changes(Handle handle, long folder, long since) {
    return handle
        .select(
            "select * from mss.message where dossier = ? and modseq > ? order by uid",
            folder,
            since)
        .map(MESSAGE)
        .list();
  }

  /** The UIDs of a folder, in order. */
  Set<Long> uids(Handle handle, long folder) {
    return new LinkedHashSet<>(
        handle
            .select("select uid from mss.message where dossier = ? order by uid", folder)
            .mapTo(Long.class)
            .list());
  }

  long nextModseq(Handle handle, long folder) {
    handle.execute("update mss.dossier set modseq = modseq + 1 where id = ?", folder);
    return handle
        .select("select modseq from mss.dossier where id = ?", folder)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  long insert(
      Handle handle,
      long folder,
      long body,
      long size,
      OffsetDateTime received,
      Set<String> flags) {
    long modseq = nextModseq(handle, folder);
    long uid =
        handle
            .select("select uid_next from mss.dossier where id = ?", folder)
            .mapTo(Long.class)
            .one();
    handle.execute("update mss.dossier set uid_next = uid_next + 1 where id = ?", folder);
    handle.execute(
        "insert into mss.message (dossier, uid, corps, taille, recu, drapeaux, modseq, decalage)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        folder,
        uid,
        body,
        size,
        received.toInstant().toEpochMilli(),
        text(flags),
        modseq,
        received.getOffset().getTotalSeconds());
    return uid;
  }

  /** Copies those that are still there. */
  SortedMap<Long, Long> copy(Handle handle, long from, Collection<Long> uids, long target) {
    Set<Long> asked = Set.copyOf(uids);
    SortedMap<Long, Long> copies = new TreeMap<>();
    // Read here: another session may have removed some since it was asked.
    for (StoredMessage each : changes(handle, from, 0)) {
      if (asked.contains(each.uid())) {
        long uid = insert(handle, target, each.body(), each.size(), each.received(), each.flags());
        copies.put(each.uid(), uid);
      }
    }
    return copies;
  }

  /** Changes flags, of those that did not change since. */
  FlagChanges change(
      Handle handle, long folder, Collection<Long> uids, FlagChange change, long unchangedSince) {
    SortedMap<Long, StoredMessage> after = new TreeMap<>();
    Set<Long> refused = new LinkedHashSet<>();
    long modseq = nextModseq(handle, folder);
    for (long uid : uids) {
      Optional<StoredMessage> before = message(handle, folder, uid);
      if (before.isPresent() && before.get().modseq() > unchangedSince) {
        refused.add(uid);
      } else if (before.isPresent()) {
        StoredMessage changed = before.get().with(change.on(before.get().flags()), modseq);
        handle.execute(
            "update mss.message set drapeaux = ?, modseq = ? where dossier = ? and uid = ?",
            text(changed.flags()),
            modseq,
            folder,
            uid);
        after.put(uid, changed);
      }
    }
    return new FlagChanges(after, refused);
  }

  private static Optional<StoredMessage> message(Handle handle, long folder, long uid) {
    return handle
        .select("select * from mss.message where dossier = ? and uid = ?", folder, uid)
        .map(MESSAGE)
        .findOne();
  }

  void remove(Handle handle, long folder, Collection<Long> uids) {
    long modseq = nextModseq(handle, folder);
    for (long uid : uids) {
      List<Long> body =
          handle
              .select("select corps from mss.message where dossier = ? and uid = ?", folder, uid)
              .mapTo(Long.class)
              .list();
      handle.execute("delete from mss.message where dossier = ? and uid = ?", folder, uid);
      body.forEach(each -> bodies.drop(handle, each));
    }
    handle.execute("update mss.dossier set efface_modseq = ? where id = ?", modseq, folder);
  }

  private static Set<String> flags(String text) {
    return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
  }

  private static String text(Set<String> flags) {
    String text = String.join(" ", flags);
    if (text.length() > LONGEST_FLAGS) {
      throw new IllegalArgumentException("too many flags");
    }
    return text;
  }
}
