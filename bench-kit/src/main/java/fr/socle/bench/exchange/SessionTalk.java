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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
  public Turn begin() {
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
    try {
      Step step = opened().received(unit, exchange.faults());
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
    interim.writeBytes(step.answer().all());
    return new Turn(step.answer(), step.awaits(), step.then(), Duration.ZERO, false);
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
      exchange.faults().throughTls();
    }
    exchange.faults().recognised(told.transaction());
    Duration delay = exchange.faults().latency(Phase.BEFORE);
    OptionalLong cut = exchange.faults().cut(step.answer().size());
    Content sent = cut.isEmpty() ? step.answer() : step.answer().region(0, cut.getAsLong());
    write(exchange, told, tls, sent, Kind.SESSION);
    leave(exchange);
    return new Turn(sent, step.awaits(), step.then(), delay, cut.isPresent());
  }

  private void write(SessionExchange exchange, Told told, TlsFacts tls, Content sent, Kind kind) {
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
    return new Turn(NOTHING, NO_MORE, Then.CLOSE, Duration.ZERO, false);
  }

  private void leave(SessionExchange exchange) {
    if (exchange.equals(current)) {
      current = null;
    }
    leaving = exchange;
  }

  @Override
  public Turn silent() {
    Session known = session;
    String last = known == null ? "" : known.farewell();
    Content words = Content.of(last.getBytes(StandardCharsets.UTF_8));
    return new Turn(words, NO_MORE, Then.CLOSE, Duration.ZERO, false);
  }

  @Override
  public void written() {
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
    written();
    SessionExchange unfinished = current;
    current = null;
    if (unfinished != null) {
      try {
        Told told = new Told("", "", "", null, null, Map.of(), new Refusal(code, reason));
        write(unfinished, told, tls, NOTHING, Kind.CONNECTION);
      } finally {
        unfinished.close();
      }
    }
    Session known = session;
    if (known != null) {
      known.close();
    }
  }
}
