package fr.socle.mss.service;

import fr.socle.bench.content.Content;
import fr.socle.bench.store.Store;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The mailboxes of one space, in SQL: what returned is committed, and who watches is told. One
 * writer at a time. Safe for use by several threads.
 */
public final class MailStore {
  private final Store store;
  private final String space;
  private final Clock clock;
  private final MailWatch watch;
  private final MailBodies bodies;
  private final MailboxTable mailboxes;
  private final FolderTable folders;
  private final MessageTable messages;
  private final ReentrantLock writing = new ReentrantLock();

  /** The mailboxes of a space. */
  public MailStore(Store store, String space, Clock clock, MailWatch watch) {
    this.store = store;
    this.space = space;
    this.clock = clock;
    this.watch = watch;
    this.bodies = new MailBodies(store, space);
    this.mailboxes = new MailboxTable(space);
    this.folders = new FolderTable(space, clock);
    this.messages = new MessageTable(bodies);
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
        List.of(
            "V1__boites.sql",
            "V2__compteur.sql",
            "V3__genres.sql",
            "V10__acces.sql",
            "V11__remise.sql"));
    MailBodies.sweep(store);
  }

  /** Creates a mailbox, or changes what it is. */
  public void open(Mailbox mailbox) {
    boolean unused =
        write(
            handle -> {
              boolean isNew = mailboxes.write(handle, mailbox);
              if (isNew) {
                folders.insert(handle, mailbox.address(), Folder.INBOX);
              }
              return isNew;
            });
  }

  /** The mailbox of an address, whatever its case. */
  public Optional<Mailbox> mailbox(String address) {
    return read(handle -> mailboxes.find(handle, address));
  }

  /** The mailboxes of the space, by address. */
  public List<Mailbox> mailboxes() {
    return read(mailboxes::all);
  }

  /** The domains of the mailboxes of the space. */
  public Set<String> domains() {
    return mailboxes().stream().map(Mailbox::domain).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The folders of a mailbox, by name. */
  public List<Folder> folders(String address) {
    return read(handle -> folders.of(handle, address));
  }

  /** A folder by name. */
  public Optional<Folder> folder(String address, String name) {
    return read(handle -> folders.find(handle, address, name));
  }

  /** A folder as it is now. */
  public Optional<Folder> folder(long id) {
    return read(handle -> folders.find(handle, id));
  }

  /** Creates a folder; false if there is one already. */
  public boolean createFolder(String address, String name) {
    return write(
        handle -> {
          if (folders.find(handle, address, name).isPresent()) {
            return false;
          }
          folders.insert(handle, address, name);
          return true;
        });
  }

  /** Gives a folder another UIDVALIDITY, as after a restoration. */
  public void renumber(long folder) {
    int unused = write(handle -> folders.renumber(handle, folder));
  }

  /** Renames a folder and those in it; false if the new name is taken. */
  public boolean rename(Folder folder, String name) {
    return write(handle -> folders.rename(handle, folder, name));
  }

  /** Removes a folder and its messages. */
  public void delete(Folder folder) {
    boolean unused =
        write(
            handle -> {
              messages.remove(handle, folder.id(), messages.uids(handle, folder.id()));
              folders.delete(handle, folder.id());
              return true;
            });
    watch.changed(folder.id());
  }

  /** Subscribes to a name, or no longer. */
  public void subscribe(String address, String name, boolean subscribed) {
    boolean unused =
        write(
            handle -> {
              folders.subscribe(handle, address, name, subscribed);
              return true;
            });
  }

  /** The names somebody subscribed to, those of folders that are gone among them. */
  public Set<String> subscriptions(String address) {
    return read(handle -> folders.subscriptions(handle, address));
  }

  /** Bytes of all the messages of a mailbox. */
  public long used(String address) {
    return read(handle -> folders.used(handle, address));
  }

  /** The messages of a folder, by UID. */
  public List<StoredMessage> messages(long folder) {
    return changes(folder, 0);
  }

  /** The messages of a folder that changed or came since one of its changes, by UID. */
  public List<StoredMessage> changes(long folder, long since) {
    return read(handle -> messages.changes(handle, folder, since));
  }

  /** The UIDs of a folder, in order. */
  public Set<Long> uids(long folder) {
    return read(handle -> messages.uids(handle, folder));
  }

  /** Keeps the bytes of those of these messages that are still there, until it is closed. */
  public Reading reading(long folder, Collection<StoredMessage> asked) {
    writing.lock();
    try {
      Set<Long> left = uids(folder);
      List<StoredMessage> there = asked.stream().filter(each -> left.contains(each.uid())).toList();
      List<Long> held = there.stream().map(StoredMessage::body).toList();
      bodies.hold(held);
      return new Reading(
          there.stream().map(StoredMessage::uid).collect(Collectors.toUnmodifiableSet()),
          () -> release(held));
    } finally {
      writing.unlock();
    }
  }

  private void release(List<Long> held) {
    writing.lock();
    try {
      List<Long> gone = bodies.release(held);
      if (!gone.isEmpty()) {
        store.jdbi().useTransaction(handle -> gone.forEach(each -> bodies.drop(handle, each)));
      }
    } finally {
      writing.unlock();
    }
  }

  /** The bytes of a message. */
  public Content body(StoredMessage message) {
    return bodies.of(message);
  }

  /**
   * Takes the messages that nobody was told of yet.
   *
   * @return the first UID that is recent for the caller, and from now on for nobody else
   */
  public long claimRecent(long folder) {
    return write(handle -> folders.claimRecent(handle, folder));
  }

  /** How many messages nobody was told of yet. */
  public long recentCount(long folder) {
    return read(handle -> folders.recentCount(handle, folder));
  }

  /**
   * Puts a message in the inbox of each of these mailboxes, all or none.
   *
   * @throws UncheckedIOException if its bytes cannot be read
   */
  public void deliver(Content message, Collection<String> addresses) {
    deliver(message, addresses, (handle, body) -> {});
  }

  /**
   * Puts a message in the inbox of each of these mailboxes, and does something more, all or none.
   *
   * @param more what else is done, with the identifier of the bytes; they are dropped afterwards if
   *     nothing holds them
   */
  void deliver(Content message, Collection<String> addresses, BiConsumer<Handle, Long> more) {
    List<Folder> inboxes =
        addresses.stream().flatMap(each -> folder(each, Folder.INBOX).stream()).toList();
    boolean unused =
        write(
            handle -> {
              long body = bodies.insert(handle, message);
              for (Folder inbox : inboxes) {
                messages.insert(handle, inbox.id(), body, message.size(), now(), Set.of());
              }
              more.accept(handle, body);
              bodies.drop(handle, body);
              return true;
            });
    inboxes.forEach(each -> watch.changed(each.id()));
  }

  /** Puts a message whose bytes are kept in an inbox, and does something more, all or none. */
  void deliverStored(long body, long size, String address, Consumer<Handle> more) {
    Optional<Folder> inbox = folder(address, Folder.INBOX);
    boolean unused =
        write(
            handle -> {
              inbox.ifPresent(
                  each -> messages.insert(handle, each.id(), body, size, now(), Set.of()));
              more.accept(handle);
              bodies.drop(handle, body);
              return true;
            });
    inbox.ifPresent(each -> watch.changed(each.id()));
  }

  /** Kept bytes. */
  Content stored(long body, long size) {
    return new StoredBody(store, body, size);
  }

  /** Removes kept bytes that nothing holds any longer. */
  void dropped(Handle handle, long body) {
    bodies.drop(handle, body);
  }

  /** The space these mailboxes are of. */
  String space() {
    return space;
  }

  /** Changes rows that are no messages. */
  void change(String sql, Object... values) {
    int unused = write(handle -> handle.execute(sql, values));
  }

  /** Puts a message in a folder; its UID there, none if there is no longer such a folder. */
  public OptionalLong append(
      Folder folder, Content message, OffsetDateTime received, Set<String> flags) {
    OptionalLong uid =
        write(
            handle ->
                isGone(handle, folder)
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                        messages.insert(
                            handle,
                            folder.id(),
                            bodies.insert(handle, message),
                            message.size(),
                            received,
                            flags)));
    watch.changed(folder.id());
    return uid;
  }

  private boolean isGone(Handle handle, Folder folder) {
    return folders.find(handle, folder.id()).isEmpty();
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
              copies.ifPresent(each -> messages.remove(handle, from, each.keySet()));
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
    return Optional.of(messages.copy(handle, from, uids, target.id()));
  }

  /** Changes the flags of messages. */
  public FlagChanges change(long folder, Collection<Long> uids, FlagChange change) {
    return change(folder, uids, change, Long.MAX_VALUE);
  }

  /**
   * Changes the flags of messages.
   *
   * @param unchangedSince those with a later change are left as they are
   */
  public FlagChanges change(
      long folder, Collection<Long> uids, FlagChange change, long unchangedSince) {
    FlagChanges done =
        write(handle -> messages.change(handle, folder, uids, change, unchangedSince));
    watch.changed(folder);
    return done;
  }

  /** Removes messages. */
  public void expunge(long folder, Collection<Long> uids) {
    if (uids.isEmpty()) {
      return;
    }
    boolean unused =
        write(
            handle -> {
              messages.remove(handle, folder, uids);
              return true;
            });
    watch.changed(folder);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
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
              handle.execute("delete from mss.attente where space_id = ?", space);
              handle.execute("delete from mss.correspondance where space_id = ?", space);
              handle.execute("delete from mss.boite where space_id = ?", space);
              handle.execute("delete from mss.abonnement where space_id = ?", space);
              bodies.clear(handle);
              return true;
            });
  }

  <T> T read(Function<Handle, T> work) {
    return store.jdbi().withHandle(work::apply);
  }

  <T> T write(Function<Handle, T> work) {
    writing.lock();
    try {
      return store.jdbi().inTransaction(work::apply);
    } finally {
      writing.unlock();
    }
  }
}
