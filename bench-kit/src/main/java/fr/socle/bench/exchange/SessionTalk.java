package fr.socle.bench.exchange;

import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.exchange.Scribe.Entry;
import fr.socle.bench.fault.ExchangeFaults.Phase;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.journal.FindingDraft;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Delivery;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import fr.socle.bench.wire.Conversation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a service of lines: cuts it in exchanges, which are committed before their
 * answer is written. Interim answers (an SMTP {@code 250} before {@code DATA}, a continuation) are
 * written at once and journaled with the exchange they belong to, the greeting with the first one.
 */
final class SessionTalk implements Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(SessionTalk.class);
  private static final Content NOTHING = Content.of(new byte[0]);
  private static final Awaits NO_MORE = new Awaits.Line(1);

  private final Door door;
  private final SessionEndpoint service;
  private final SessionLink link;
  private final Path spools;
  private final ByteArrayOutputStream interim = new ByteArrayOutputStream();
  private @Nullable Session session;
  private @Nullable SessionExchange current;
  private @Nullable SessionExchange leaving;
  private Set<String> metByHandshake = Set.of();
  private boolean greeted;
  private boolean told;
  private boolean over;

  SessionTalk(Door door, SessionEndpoint service, SessionLink link, Path spools) {
    this.door = door;
    this.service = service;
    this.link = link;
    this.spools = spools;
  }

  @Override
  public Duration patience() {
    return service.patience();
  }

  @Override
  public Duration rest() {
    return service.rest();
  }

  @Override
  public boolean beginsWithTls() {
    return service.beginsWithTls();
  }

  @Override
  public Turn begin() {
    if (beginsWithTls()) {
      metByHandshake = door.faults().meet(door.spec(), "").ofTls();
    }
    try {
      Session opened = service.open(link);
      session = opened;
      return onward(opened.greet());
    } catch (RuntimeException e) {
      return failed(exchange(), TlsFacts.clear(), e);
    }
  }

  @Override
  public void consumed(ByteBuffer bytes, boolean kept) {
    exchange().add(bytes, kept);
  }

  private SessionExchange exchange() {
    SessionExchange known = current;
    if (known == null) {
      known = SessionExchange.begin(door, spools);
      current = known;
    }
    return known;
  }

  @Override
  public Turn completed(boolean whole, ByteBuffer more, TlsFacts tls) {
    SessionExchange exchange = exchange();
    Unit unit = new Unit(exchange.unit(), whole, more.hasRemaining(), tls);
    return answered(
        exchange,
        tls,
        more,
        () -> {
          door.receive(tls);
          return opened().received(unit, exchange.faults());
        });
  }

  private Turn answered(
      SessionExchange exchange, TlsFacts tls, ByteBuffer more, Supplier<Step> asked) {
    try {
      Step step = asked.get();
      Supplier<Step> work = step.work();
      if (work != null) {
        return new Turn(
            NOTHING,
            NO_MORE,
            Then.KEEP,
            Duration.ZERO,
            Delivery.WHOLE,
            () -> answered(exchange, tls, more, work));
      }
      if (step.then() != Then.KEEP) {
        // What came too early is dropped, and shown.
        exchange.add(more, true);
      }
      exchange.endUnit();
      if (step.told() == null && step.then() == Then.KEEP) {
        return onward(step);
      }
      return conclude(exchange, step, tls);
    } catch (RuntimeException | StackOverflowError e) {
      return failed(exchange, tls, e);
    }
  }

  private Session opened() {
    Session known = session;
    if (known == null) {
      throw new IllegalStateException("no session");
    }
    return known;
  }

  /** An answer in the midst of an exchange. */
  private Turn onward(Step step) {
    long most = Math.min(step.delivery().most(), step.answer().size());
    Content sent = step.answer().region(0, most);
    interim.writeBytes(sent.all());
    return new Turn(sent, step.awaits(), step.then(), Duration.ZERO, step.delivery(), null);
  }

  @Override
  public @Nullable Turn woken(TlsFacts tls) {
    Session known = session;
    if (known == null || over) {
      return null;
    }
    SessionExchange pushed = SessionExchange.begin(door, spools);
    try {
      Step step = known.woken();
      if (step == null || step.told() == null) {
        pushed.close();
        return null;
      }
      return conclude(pushed, step, tls);
    } catch (RuntimeException e) {
      return failed(pushed, tls, e);
    }
  }

  /** Judges, commits, and says what to write. */
  private Turn conclude(SessionExchange exchange, Step step, TlsFacts tls) {
    Told told = step.told();
    if (told == null) {
      throw new IllegalStateException("a connection cannot end in the midst of an exchange");
    }
    if (!"clair".equals(tls.protocol())) {
      // A handshake meets faults once, those of its moment: the session goes on through it.
      exchange.faults().throughTls(metByHandshake);
      metByHandshake = Set.of();
    }
    exchange.faults().recognised(told.transaction());
    Duration delay = exchange.faults().latency(Phase.BEFORE);
    long whole = step.answer().size();
    long most =
        Math.min(step.delivery().most(), exchange.faults().cut(whole).orElse(Long.MAX_VALUE));
    Content sent = most < whole ? step.answer().region(0, most) : step.answer();
    if (step.then() == Then.START_TLS) {
      metByHandshake = exchange.faults().ofTls();
    }
    write(exchange, told, tls, sent, Kind.SESSION);
    leave(exchange);
    Delivery how = new Delivery(most, step.delivery().piece(), step.delivery().pause());
    return new Turn(sent, step.awaits(), step.then(), delay, how, null);
  }

  private void write(SessionExchange exchange, Told told, TlsFacts tls, Content sent, Kind kind) {
    this.told = true;
    byte[] before = interim.toByteArray();
    interim.reset();
    Content answer = Visit.joined(before, sent);
    Served served =
        new Served(
            new Answer(told.status() == null ? 0 : told.status(), Headers.none(), sent),
            told.transaction().isEmpty() ? null : told.transaction(),
            told.message(),
            told.decoded(),
            told.refusal());
    List<FindingDraft> findings =
        door.judges().judge(request(exchange, told, tls), served, exchange.scribe()::benchError);
    exchange
        .scribe()
        .write(
            tls,
            served,
            new Entry(
                kind,
                told.verb().isEmpty() ? null : told.verb(),
                told.target().isEmpty() ? null : told.target(),
                told.status(),
                exchange.raw(),
                exchange.size(),
                exchange.isTruncated(),
                answer,
                findings,
                exchange.faults().played()));
  }

  private IncomingRequest request(SessionExchange exchange, Told told, TlsFacts tls) {
    return new IncomingRequest(
        door.spec().name(),
        told.verb(),
        told.target(),
        Headers.none(),
        exchange.raw(),
        tls,
        exchange.scribe().startedAt(),
        link.peer(),
        exchange.scratch());
  }

  private Turn failed(SessionExchange exchange, TlsFacts tls, Throwable e) {
    String service = door.spec().service();
    LOG.error("The service {} failed", service, e);
    exchange.scribe().benchError("Le service " + service + " a échoué : " + e);
    Told told = new Told("", "", "", null, null, Map.of("erreurDuBanc", e.toString()), null);
    write(exchange, told, tls, NOTHING, Kind.SESSION);
    leave(exchange);
    return closing(NOTHING);
  }

  private static Turn closing(Content words) {
    return new Turn(words, NO_MORE, Then.CLOSE, Duration.ZERO, Delivery.WHOLE, null);
  }

  private void leave(SessionExchange exchange) {
    if (exchange.equals(current)) {
      current = null;
    }
    leaving = exchange;
  }

  @Override
  public Turn silent(TlsFacts tls) {
    if (session == null || over) {
      return closing(NOTHING);
    }
    SessionExchange last = exchange();
    try {
      return conclude(last, opened().farewell().and(Then.CLOSE), tls);
    } catch (RuntimeException e) {
      return failed(last, tls, e);
    }
  }

  @Override
  public void written(boolean reached) {
    greeted |= reached;
    SessionExchange gone = leaving;
    leaving = null;
    if (gone != null) {
      gone.close();
    }
  }

  @Override
  public void ended(String code, String reason, TlsFacts tls) {
    if (over) {
      return;
    }
    over = true;
    boolean mute = greeted && !told && current == null;
    written(false);
    SessionExchange unfinished = mute ? exchange() : current;
    current = null;
    try {
      if (unfinished != null) {
        Refusal why =
            mute
                ? new Refusal(
                    "connexion-muette",
                    "La connexion a été ouverte puis fermée sans qu'une commande soit écrite.")
                : new Refusal(code, reason);
        try {
          Told end = new Told("", "", "", null, null, Map.of(), why);
          write(unfinished, end, tls, NOTHING, Kind.CONNECTION);
        } finally {
          unfinished.close();
        }
      }
    } finally {
      Session known = session;
      if (known != null) {
        known.close();
      }
    }
  }
}
