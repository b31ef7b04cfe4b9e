package fr.socle.bench.journal;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.store.Store;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The spaces and windows the journal speaks of, which stay known after they are gone. Safe for use
 * by several threads.
 */
public final class Ledger {
  private final Store store;
  private final Documents documents = new Documents();

  /** The ledger of a store whose journal is open. */
  public Ledger(Store store) {
    this.store = store;
  }

  /** Writes a space that opens; a known one, open again, is written anew. */
  public void add(SpaceDescriptor space) {
    byte[] document = documents.bytes(space);
    store
        .jdbi()
        .useTransaction(
            handle -> {
              int known =
                  handle.execute(
                      "update journal.space set document = ? where id = ?", document, space.id());
              if (known == 0) {
                handle.execute(
                    "insert into journal.space (id, document) values (?, ?)", space.id(), document);
              }
            });
  }

  /** Notes that a space is gone; what it received stays. */
  public void delete(String spaceId) {
    store
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("update journal.space set deleted = true where id = ?", spaceId));
  }

  /** Whether the journal ever knew a space. */
  public boolean knows(String spaceId) {
    return count("select count(*) from journal.space where id = ?", spaceId) > 0;
  }

  /** Number of spaces the journal ever knew. */
  public long spaces() {
    return count("select count(*) from journal.space");
  }

  /** Writes a window that opens. */
  public void add(Window window) {
    store
        .jdbi()
        .useTransaction(
            handle ->
                handle.execute(
                    "insert into journal.scenario (id, place, space_id, document) values (?, ?, ?,"
                        + " ?)",
                    window.id(),
                    next(handle),
                    window.spaceId(),
                    documents.bytes(window)));
  }

  /** Writes that a window closed. */
  public void close(WindowClosure closure) {
    store
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update journal.scenario set document = ?, closure = ? where id = ?",
                    documents.bytes(closure.window()),
                    documents.bytes(closure),
                    closure.window().id()));
  }

  /** Windows of a space, in order of opening. */
  public List<Window> windows(String spaceId) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select document from journal.scenario where space_id = :space order by"
                            + " place")
                    .bind("space", spaceId)
                    .mapTo(byte[].class)
                    .map(document -> documents.read(document, Window.class))
                    .list());
  }

  /** What closing a window gave, if it was closed. */
  public Optional<WindowClosure> closure(String spaceId, String windowId) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select closure from journal.scenario where id = :id and space_id = :space"
                            + " and closure is not null")
                    .bind("id", windowId)
                    .bind("space", spaceId)
                    .mapTo(byte[].class)
                    .map(document -> documents.read(document, WindowClosure.class))
                    .findOne());
  }

  private long count(String sql, Object... parameters) {
    return store
        .jdbi()
        .withHandle(handle -> handle.select(sql, parameters).mapTo(Long.class).one());
  }

  private static long next(Handle handle) {
    return handle.select("select count(*) from journal.scenario").mapTo(Long.class).one() + 1;
  }
}
