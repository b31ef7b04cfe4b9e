package fr.socle.mss.service;

import fr.socle.bench.content.Content;
import fr.socle.bench.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The bytes of messages, each kept once however many copies there are, and as long as somebody
 * reads them. Used under the lock of its store, but for {@link #of}.
 */
final class MailBodies {
  /** Bytes of a row. */
  static final int CHUNK = 256 * 1024;

  private final Store store;
  private final String space;
  private final Map<Long, Integer> held = new HashMap<>();
  private final Set<Long> waste = new HashSet<>();

  MailBodies(Store store, String space) {
    this.store = store;
    this.space = space;
  }

  /** Removes what a bench that was killed had still to remove. */
  static void sweep(Store store) {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "delete from mss.corps where not exists (select 1 from mss.message where"
                      + " mss.message.corps = mss.corps.id) and not exists (select 1 from"
                      + " mss.attente where mss.attente.corps = mss.corps.id)");
              handle.execute(
                  "delete from mss.morceau where not exists (select 1 from mss.corps where"
                      + " mss.corps.id = mss.morceau.corps)");
            });
  }

  Content of(StoredMessage message) {
    return new StoredBody(store, message.body(), message.size());
  }

  long insert(Handle handle, Content message) {
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

  void hold(Collection<Long> bodies) {
    bodies.forEach(each -> held.merge(each, 1, Integer::sum));
  }

  /** Those that nobody reads any longer, and that were removed meanwhile. */
  List<Long> release(Collection<Long> bodies) {
    List<Long> gone = new ArrayList<>();
    for (long each : bodies) {
      if (held.merge(each, -1, Integer::sum) == 0) {
        held.remove(each);
        if (waste.remove(each)) {
          gone.add(each);
        }
      }
    }
    return gone;
  }

  /** Removes bytes that no message has any longer, unless somebody reads them. */
  void drop(Handle handle, long body) {
    if (held.containsKey(body)) {
      waste.add(body);
      return;
    }
    int gone =
        handle.execute(
            "delete from mss.corps where id = ? and not exists (select 1 from mss.message where"
                + " corps = ?) and not exists (select 1 from mss.attente where corps = ?)",
            body,
            body,
            body);
    if (gone > 0) {
      handle.execute("delete from mss.morceau where corps = ?", body);
    }
  }

  /** Removes all those of the space. */
  void clear(Handle handle) {
    handle.execute(
        "delete from mss.morceau where corps in (select id from mss.corps where space_id = ?)",
        space);
    handle.execute("delete from mss.corps where space_id = ?", space);
  }
}
