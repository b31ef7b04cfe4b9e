package fr.socle.mss.service;

import fr.socle.bench.content.Content;
import fr.socle.bench.store.Store;
import fr.socle.mss.service.Mailbox.Kind;
import fr.socle.mss.service.Mailbox.Opening;
import fr.socle.mss.service.Mailbox.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The mailboxes of one space, in SQL: what returned is committed. One writer at a time. Safe for
 * use by several threads.
 */
public final class MailStore {
  private static final int CHUNK = 256 * 1024;
  private static final int LONGEST_FLAGS = 1000;
  private static final RowMapper<Folder> FOLDER =
      (row, context) ->
          new Folder(
              row.getLong("id"),
              row.getString("adresse"),
              row.getString("nom"),
              row.getLong("uid_validity"),
              row.getLong("uid_next"),
              row.getLong("modseq"),
              row.getLong("efface_modseq"),
              row.getBoolean("souscrit"));
  private static final RowMapper<Mailbox> MAILBOX =
      (row, context) ->
          new Mailbox(
              row.getString("adresse"),
              Kind.valueOf(row.getString("genre")),
              Arrays.stream(row.getString("utilisateurs").split(" ", -1))
                  .filter(each -> !each.isEmpty())
                  .toList(),
              row.getString("libelle"),
              row.getString("genre").equals(Kind.APP.name())
                  ? new Opening(row.getString("certificat"), row.getString("organisation"))
                  : null,
              State.valueOf(row.getString("etat")));
  private static final RowMapper<StoredMessage> MESSAGE =
      (row, context) ->
          new StoredMessage(
              row.getLong("uid"),
              row.getLong("corps"),
              row.getLong("taille"),
              Instant.ofEpochMilli(row.getLong("recu")),
              flags(row.getString("drapeaux")),
              row.getLong("modseq"));

  private final Store store;
  private final String space;
  private final Clock clock;
  private final MailWatch watch;
  private final ReentrantLock writing = new ReentrantLock();

  /** The mailboxes of a space. */
  public MailStore(Store store, String space, Clock clock, MailWatch watch) {
    this.store = store;
    this.space = space;
    this.clock = clock;
    this.watch = watch;
  }

  /** Who is told of changes. */
  public MailWatch watch() {
    return watch;
  }

  /** Brings the schema to its present form. */
  public static void migrate(Store store) {
    store.migrate(
        "mss",
        "fr/socle/mss/service/sql",
        List.of("V1__boites.sql", "V2__compteur.sql", "V3__genres.sql"));
  }

  /** Creates a mailbox, or changes what it is. */
  public void open(Mailbox mailbox) {
    Opening opening = mailbox.certificate();
    write(
        handle -> {
          int known =
              handle.execute(
                  "update mss.boite set titulaire = ?, genre = ?, utilisateurs = ?, libelle = ?,"
                      + " certificat = ?, organisation = ?, etat = ? where space_id = ? and"
                      + " adresse = ?",
                  mailbox.holder(),
                  mailbox.kind().name(),
                  String.join(" ", mailbox.users()),
                  mailbox.label(),
                  opening == null ? "" : opening.dn(),
                  opening == null ? "" : opening.organisation(),
                  mailbox.state().name(),
                  space,
                  mailbox.address());
          if (known == 0) {
            handle.execute(
                "insert into mss.boite (space_id, adresse, titulaire, genre, utilisateurs,"
                    + " libelle, certificat, organisation, etat) values (?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?)",
                space,
                mailbox.address(),
                mailbox.holder(),
                mailbox.kind().name(),
                String.join(" ", mailbox.users()),
                mailbox.label(),
                opening == null ? "" : opening.dn(),
                opening == null ? "" : opening.organisation(),
                mailbox.state().name());
            insertFolder(handle, mailbox.address(), Folder.INBOX);
          }
          return known;
        });
  }

  /** The mailbox of an address, whatever its case. */
  public Optional<Mailbox> mailbox(String address) {
    return read(
        handle ->
            handle
                .select(
                    "select * from mss.boite where space_id = ? and adresse = ?",
                    space,
                    address.toLowerCase(Locale.ROOT))
                .map(MAILBOX)
                .findOne());
  }

  /** The mailboxes of the space, by address. */
  public List<Mailbox> mailboxes() {
    return read(
        handle ->
            handle
                .select("select * from mss.boite where space_id = ? order by adresse", space)
                .map(MAILBOX)
                .list());
  }

  /** The domains of the mailboxes of the space. */
  public Set<String> domains() {
    return mailboxes().stream().map(Mailbox::domain).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The folders of a mailbox, by name. */
  public List<Folder> folders(String address) {
    return read(
        handle ->
            handle
                .select(
                    "select * from mss.dossier where space_id = ? and adresse = ? order by nom",
                    space,
                    address)
                .map(FOLDER)
                .list());
  }

  /** A folder by name. */
  public Optional<Folder> folder(String address, String name) {
    return read(
        handle ->
            handle
                .select(
                    "select * from mss.dossier where space_id = ? and adresse = ? and nom = ?",
                    space,
                    address,
                    name)
                .map(FOLDER)
                .findOne());
  }

  /** A folder as it is now. */
  public Optional<Folder> folder(long id) {
    return read(
        handle ->
            handle.select("select * from mss.dossier where id = ?", id).map(FOLDER).findOne());
  }

  /** Creates a folder; false if there is one already. */
  public boolean createFolder(String address, String name) {
    return write(
        handle -> {
          if (exists(handle, address, name)) {
            return false;
          }
          insertFolder(handle, address, name);
          return true;
        });
  }

  private boolean exists(Handle handle, String address, String name) {
    return handle
            .select(
                "select count(*) from mss.dossier where space_id = ? and adresse = ? and nom = ?",
                space,
                address,
                name)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private void insertFolder(Handle handle, String address, String name) {
    // Larger than that of a folder of the same name that was removed (RFC 3501 section 2.3.1.1):
    // larger than any ever given in this store, and than those of a store before it.
    handle.execute(
        "update mss.compteur set uid_validity = greatest(uid_validity + 1, ?)",
        clock.instant().getEpochSecond());
    long validity = handle.select("select uid_validity from mss.compteur").mapTo(Long.class).one();
    handle.execute(
        "insert into mss.dossier (space_id, adresse, nom, uid_validity, uid_next, recent_uid,"
            + " modseq, efface_modseq, souscrit) values (?, ?, ?, ?, 1, 1, 1, 1, ?)",
        space,
        address,
        name,
        validity,
        name.equals(Folder.INBOX));
  }

  /** Renames a folder and those in it; false if the new name is taken. */
  public boolean rename(Folder folder, String name) {
    return write(
        handle -> {
          if (exists(handle, folder.address(), name)) {
            return false;
          }
          String under = folder.name() + Folder.SEPARATOR;
          for (Folder each : folders(folder.address())) {
            if (each.id() == folder.id() || each.name().startsWith(under)) {
              handle.execute(
                  "update mss.dossier set nom = ? where id = ?",
                  name + each.name().substring(folder.name().length()),
                  each.id());
            }
          }
          return true;
        });
  }

  /** Removes a folder and its messages. */
  public void delete(Folder folder) {
    boolean unused =
        write(
            handle -> {
              handle.execute("delete from mss.message where dossier = ?", folder.id());
              handle.execute("delete from mss.dossier where id = ?", folder.id());
              dropOrphans(handle);
              return true;
            });
    watch.changed(folder.id());
  }

  /** Subscribes to a folder, or no longer. */
  public void subscribe(Folder folder, boolean subscribed) {
    int unused =
        write(
            handle ->
                handle.execute(
                    "update mss.dossier set souscrit = ? where id = ?", subscribed, folder.id()));
  }

  /** The messages of a folder, by UID. */
  public List<StoredMessage> messages(long folder) {
    return changes(folder, 0);
  }

  /** The messages of a folder that changed or came since one of its changes, by UID. */
  public List<StoredMessage> changes(long folder, long since) {
    return read(handle -> changes(handle, folder, since));
  }

  private static List<StoredMessage> changes(Handle handle, long folder, long since) {
    return handle
        .select(
            "select * from mss.message where dossier = ? and modseq > ? order by uid",
            folder,
            since)
        .map(MESSAGE)
        .list();
  }

  /** The UIDs of a folder, in order. */
  public Set<Long> uids(long folder) {
    return new LinkedHashSet<>(
        read(
            handle ->
                handle
                    .select("select uid from mss.message where dossier = ? order by uid", folder)
                    .mapTo(Long.class)
                    .list()));
  }

  /** The bytes of a message. */
  public Content body(StoredMessage message) {
    return new StoredBody(store, message.body(), message.size());
  }

  /**
   * Takes the messages that nobody was told of yet.
   *
   * @return the first UID that is recent for the caller, and from now on for nobody else
   */
  public long claimRecent(long folder) {
    return write(
        handle -> {
          long first =
              handle
                  .select("select recent_uid from mss.dossier where id = ?", folder)
                  .mapTo(Long.class)
                  .findOne()
                  .orElse(Long.MAX_VALUE);
          handle.execute("update mss.dossier set recent_uid = uid_next where id = ?", folder);
          return first;
        });
  }

  /** How many messages nobody was told of yet. */
  public long recentCount(long folder) {
    return read(
        handle ->
            handle
                .select(
                    "select count(*) from mss.message m join mss.dossier d on d.id = m.dossier where"
                        + " d.id = ? and m.uid >= d.recent_uid",
                    folder)
                .mapTo(Long.class)
                .one());
  }

  /**
   * Puts a message in the inbox of each of these mailboxes, all or none.
   *
   * @throws UncheckedIOException if its bytes cannot be read
   */
  public void deliver(Content message, Collection<String> addresses) {
    List<Folder> inboxes =
        addresses.stream().flatMap(each -> folder(each, Folder.INBOX).stream()).toList();
    boolean unused =
        write(
            handle -> {
              long body = insertBody(handle, message);
              for (Folder inbox : inboxes) {
                insert(handle, inbox.id(), body, message.size(), clock.instant(), Set.of());
              }
              return true;
            });
    inboxes.forEach(each -> watch.changed(each.id()));
  }

  /** Puts a message in a folder; its UID there, none if there is no longer such a folder. */
  public OptionalLong append(
      Folder folder, Content message, Instant receivedAt, Set<String> flags) {
    OptionalLong uid =
        write(
            handle ->
                isGone(handle, folder)
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                        insert(
                            handle,
                            folder.id(),
                            insertBody(handle, message),
                            message.size(),
                            receivedAt,
                            flags)));
    watch.changed(folder.id());
    return uid;
  }

  private static boolean isGone(Handle handle, Folder folder) {
    return handle
            .select("select count(*) from mss.dossier where id = ?", folder.id())
            .mapTo(Integer.class)
            .one()
        == 0;
  }

  /**
   * Copies those of these messages that are still there.
   *
   * @return the UIDs of the copies, by those of the messages; nothing if there is no longer such a
   *     target
   */
  public Optional<SortedMap<Long, Long>> copy(long from, Collection<Long> uids, Folder target) {
    Optional<SortedMap<Long, Long>> copies = write(handle -> copy(handle, from, uids, target));
    watch.changed(target.id());
    return copies;
  }

  /** Moves those of these messages that are still there; what {@link #copy} returns. */
  public Optional<SortedMap<Long, Long>> move(long from, Collection<Long> uids, Folder target) {
    Optional<SortedMap<Long, Long>> moved =
        write(
            handle -> {
              Optional<SortedMap<Long, Long>> copies = copy(handle, from, uids, target);
              copies.ifPresent(each -> remove(handle, from, each.keySet()));
              return copies;
            });
    watch.changed(target.id());
    watch.changed(from);
    return moved;
  }

  private Optional<SortedMap<Long, Long>> copy(
      Handle handle, long from, Collection<Long> uids, Folder target) {
    if (isGone(handle, target)) {
      return Optional.empty();
    }
    Set<Long> asked = Set.copyOf(uids);
    SortedMap<Long, Long> copies = new TreeMap<>();
    // Read here: another session may have removed some since it was asked.
    for (StoredMessage each : changes(handle, from, 0)) {
      if (asked.contains(each.uid())) {
        long uid =
            insert(handle, target.id(), each.body(), each.size(), each.receivedAt(), each.flags());
        copies.put(each.uid(), uid);
      }
    }
    return Optional.of(copies);
  }

  /** Changes the flags of messages. */
  public void change(long folder, Collection<Long> uids, FlagChange change) {
    boolean unused =
        write(
            handle -> {
              long modseq = nextModseq(handle, folder);
              for (long uid : uids) {
                handle
                    .select(
                        "select drapeaux from mss.message where dossier = ? and uid = ?",
                        folder,
                        uid)
                    .mapTo(String.class)
                    .findOne()
                    .ifPresent(
                        before ->
                            handle.execute(
                                "update mss.message set drapeaux = ?, modseq = ? where dossier = ?"
                                    + " and uid = ?",
                                text(change.on(flags(before))),
                                modseq,
                                folder,
                                uid));
              }
              return true;
            });
    watch.changed(folder);
  }

  /** Removes messages. */
  public void expunge(long folder, Collection<Long> uids) {
    if (uids.isEmpty()) {
      return;
    }
    boolean unused =
        write(
            handle -> {
              remove(handle, folder, uids);
              return true;
            });
    watch.changed(folder);
  }

  private static void remove(Handle handle, long folder, Collection<Long> uids) {
    long modseq = nextModseq(handle, folder);
    for (long uid : uids) {
      List<Long> body =
          handle
              .select("select corps from mss.message where dossier = ? and uid = ?", folder, uid)
              .mapTo(Long.class)
              .list();
      handle.execute("delete from mss.message where dossier = ? and uid = ?", folder, uid);
      body.forEach(each -> drop(handle, each));
    }
    handle.execute("update mss.dossier set efface_modseq = ? where id = ?", modseq, folder);
  }

  private static void drop(Handle handle, long body) {
    int gone =
        handle.execute(
            "delete from mss.corps where id = ? and not exists (select 1 from mss.message where"
                + " corps = ?)",
            body,
            body);
    if (gone > 0) {
      handle.execute("delete from mss.morceau where corps = ?", body);
    }
  }

  private static void dropOrphans(Handle handle) {
    handle.execute("delete from mss.corps where id not in (select corps from mss.message)");
    handle.execute("delete from mss.morceau where corps not in (select id from mss.corps)");
  }

  private static long nextModseq(Handle handle, long folder) {
    handle.execute("update mss.dossier set modseq = modseq + 1 where id = ?", folder);
    return handle
        .select("select modseq from mss.dossier where id = ?", folder)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  private long insert(
      Handle handle, long folder, long body, long size, Instant receivedAt, Set<String> flags) {
    long modseq = nextModseq(handle, folder);
    long uid =
        handle
            .select("select uid_next from mss.dossier where id = ?", folder)
            .mapTo(Long.class)
            .one();
    handle.execute("update mss.dossier set uid_next = uid_next + 1 where id = ?", folder);
    handle.execute(
        "insert into mss.message values (?, ?, ?, ?, ?, ?, ?)",
        folder,
        uid,
        body,
        size,
        receivedAt.toEpochMilli(),
        text(flags),
        modseq);
    return uid;
  }

  private long insertBody(Handle handle, Content message) {
    long body =
        handle
            .createUpdate("insert into mss.corps (space_id, taille) values (?, ?)")
            .bind(0, space)
            .bind(1, message.size())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    try (InputStream in = message.open()) {
      int rank = 0;
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        handle.execute("insert into mss.morceau values (?, ?, ?)", body, rank++, chunk);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes of a message cannot be read again", e);
    }
    return body;
  }

  /** Removes everything the space holds. */
  public void clear() {
    boolean unused =
        write(
            handle -> {
              handle.execute(
                  "delete from mss.message where dossier in (select id from mss.dossier where"
                      + " space_id = ?)",
                  space);
              handle.execute("delete from mss.dossier where space_id = ?", space);
              handle.execute("delete from mss.boite where space_id = ?", space);
              dropOrphans(handle);
              return true;
            });
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

  private <T> T read(Function<Handle, T> work) {
    return store.jdbi().withHandle(work::apply);
  }

  private <T> T write(Function<Handle, T> work) {
    writing.lock();
    try {
      return store.jdbi().inTransaction(work::apply);
    } finally {
      writing.unlock();
    }
  }
}
