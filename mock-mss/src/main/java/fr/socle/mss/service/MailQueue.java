package fr.socle.mss.service;

import fr.socle.bench.content.Content;
import fr.socle.mss.service.Errand.Sort;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operator of a space has to do after it accepted messages, in SQL. Safe for use by
 * several threads.
 */
public final class MailQueue {
  private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);
  private static final RowMapper<Errand> ERRAND =
      (row, context) ->
          new Errand(
              row.getLong("id"),
              row.getLong("corps"),
              row.getLong("taille"),
              Sort.valueOf(row.getString("sorte")),
              Instant.ofEpochMilli(row.getLong("echeance")),
              Instant.ofEpochMilli(row.getLong("recu")),
              row.getString("retour"),
              row.getString("destinataire"),
              row.getString("origine"),
              row.getString("enveloppe"),
              row.getBoolean("entier"),
              row.getString("etat"),
              row.getString("diagnostic"));

  private final MailStore store;
  private final Clock clock;
  private final ScheduledExecutorService timer;
  private final ReentrantLock running = new ReentrantLock();

  /**
   * The queue of a space.
   *
   * @param timer runs what is due
   */
  public MailQueue(MailStore store, Clock clock, ScheduledExecutorService timer) {
    this.store = store;
    this.clock = clock;
    this.timer = timer;
  }

  /**
   * Accepts a message: once it returns, it is in the inboxes and what is still to be done is kept.
   *
   * @param inboxes addresses whose inbox it is put in
   * @param errands what is to be done besides
   */
  public void accept(Content message, Collection<String> inboxes, List<Errand> errands) {
    store.deliver(
        message,
        inboxes,
        (handle, body) -> errands.forEach(each -> insert(handle, body, message.size(), each)));
    runDue();
  }

  private void insert(Handle handle, long body, long size, Errand errand) {
    handle.execute(
        "insert into mss.attente (space_id, corps, taille, sorte, echeance, recu, retour,"
            + " destinataire, origine, enveloppe, entier, etat, diagnostic) values (?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?)",
        store.space(),
        body,
        size,
        errand.sort().name(),
        errand.due().toEpochMilli(),
        errand.arrived().toEpochMilli(),
        errand.returnTo(),
        errand.recipient(),
        errand.original(),
        errand.envelopeId(),
        errand.whole(),
        errand.status(),
        errand.diagnostic());
  }

  /** What is still to be done, the first due first. */
  public List<Errand> waiting() {
    return store.read(
        handle ->
            handle
                .select(
                    "select * from mss.attente where space_id = ? order by echeance, id",
                    store.space())
                .map(ERRAND)
                .list());
  }

  /** Does what is due, and comes back for the rest. */
  public void runDue() {
    running.lock();
    try {
      List<Errand> waiting = waiting();
      Instant now = clock.instant();
      List<Errand> left = new ArrayList<>();
      for (Errand each : waiting) {
        if (each.due().isAfter(now)) {
          left.add(each);
        } else {
          run(each);
        }
      }
      if (!left.isEmpty()) {
        comeBack(Duration.between(now, left.get(0).due()));
      }
    } finally {
      running.unlock();
    }
  }

  private void comeBack(Duration in) {
    try {
      Object unused =
          timer.schedule(this::quietly, Math.max(1, in.toMillis()), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("The space closes: what waits is kept", e);
    }
  }

  private void quietly() {
    try {
      runDue();
    } catch (RuntimeException e) {
      LOG.error("The queue of the mail of {} failed", store.space(), e);
    }
  }

  private void run(Errand errand) {
    Content message = store.stored(errand.body(), errand.size());
    if (errand.sort() == Sort.DELIVER) {
      store.deliverStored(errand.body(), errand.size(), errand.recipient(), done(errand));
    } else {
      // Nobody is told of what happens to a notice (RFC 5321 section 6.1), nor where he has no
      // mailbox here.
      List<String> back = store.mailbox(errand.returnTo()).map(Mailbox::address).stream().toList();
      store.deliver(
          StatusNotice.of(errand, message, clock.instant()),
          back,
          (handle, body) -> {
            done(errand).accept(handle);
            store.dropped(handle, errand.body());
          });
    }
  }

  private static Consumer<Handle> done(Errand errand) {
    return handle -> handle.execute("delete from mss.attente where id = ?", errand.id());
  }

  /** Sends a notice now. */
  public void tell(Errand errand, Content original) {
    store.deliver(
        StatusNotice.of(errand, original, clock.instant()),
        store.mailbox(errand.returnTo()).map(Mailbox::address).stream().toList());
  }

  /** Makes what waits older, and does what is then due. */
  public void age(Duration by) {
    store.change(
        "update mss.attente set echeance = echeance - ?, recu = recu - ? where space_id = ?",
        by.toMillis(),
        by.toMillis(),
        store.space());
    runDue();
  }
}
