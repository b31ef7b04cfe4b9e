package fr.socle.bench.exchange;

import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.content.Content;
import fr.socle.bench.exchange.Scribe.Entry;
import fr.socle.bench.fault.ExchangeFaults;
import fr.socle.bench.fault.ExchangeFaults.Phase;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.journal.FindingDraft;
import fr.socle.bench.stub.StubPlay;
import fr.socle.bench.wire.AnswerBytes;
import fr.socle.bench.wire.ReceivedRequest;
import fr.socle.bench.wire.Reply;
import fr.socle.bench.wire.Reply.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One complete request: fault plan, stub, service, checks, journal, in this order. What goes on the
 * wire is decided and committed before its first byte is written.
 */
final class Serving {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  private final Door door;
  private final Scribe scribe;
  private final ReceivedRequest received;
  private final IncomingRequest request;
  private final ExchangeFaults faults;
  private @Nullable String foretold;

  Serving(Door door, Scribe scribe, ReceivedRequest received) {
    this.door = door;
    this.scribe = scribe;
    this.received = received;
    this.request =
        new IncomingRequest(
            door.spec().name(),
            received.head().method(),
            received.head().target(),
            received.head().headers(),
            received.body(),
            received.tls(),
            scribe.startedAt(),
            received.peer(),
            received.scratch());
    this.faults = door.faults().meet(door.spec(), request.target());
  }

  Reply begin() {
    faults.throughTls();
    receive();
    if (received.truncated()) {
      return conclude(door.endpoint().tooLarge(request));
    }
    foretold = foretell();
    faults.recognised(foretold);
    faults.concerning(this::concerned);
    return after(faults.latency(Phase.BEFORE), this::decide);
  }

  private void receive() {
    try {
      door.receive(request.tls());
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private @Nullable String foretell() {
    try {
      return door.endpoint().transactionOf(request);
    } catch (RuntimeException e) {
      failed(e);
      return null;
    }
  }

  private Concerned concerned() {
    try {
      return door.endpoint().concerned(request);
    } catch (RuntimeException e) {
      failed(e);
      return Concerned.NOBODY;
    }
  }

  private Reply decide() {
    OptionalInt status = faults.status(Phase.BEFORE);
    if (status.isPresent()) {
      return conclude(outage(status.getAsInt()));
    }
    Optional<StubPlay> stub = askStub();
    if (stub.isPresent()) {
      return after(stub.get().delay(), () -> play(stub.get().action()));
    }
    Served served = ask();
    if (foretold != null || served.transaction() == null) {
      return conclude(served);
    }
    faults.recognised(served.transaction());
    return after(
        faults.latency(Phase.AFTER),
        () -> {
          OptionalInt late = faults.status(Phase.AFTER);
          return conclude(
              late.isEmpty()
                  ? served
                  : new Served(
                      outage(late.getAsInt()).answer(),
                      served.transaction(),
                      served.message(),
                      served.decoded(),
                      served.refusal()));
        });
  }

  private static Reply after(Duration delay, Supplier<Reply> then) {
    return delay.isZero() ? then.get() : new Reply.Later(delay, then);
  }

  private Served outage(int status) {
    return new Served(
        Answer.text(status, "text/plain; charset=utf-8", HttpStatus.getMessage(status) + "\n"),
        foretold,
        null,
        Map.of("panne", "statut-http"),
        null);
  }

  private Optional<StubPlay> askStub() {
    try {
      return door.stubs().play(door.spec().service(), door.address(), request);
    } catch (RuntimeException e) {
      failed(e);
      return Optional.empty();
    }
  }

  private Reply play(StubPlay.Action action) {
    if (action instanceof StubPlay.Answers answers) {
      return conclude(new Served(answers.answer(), foretold, null, stubbed(), null));
    }
    StubPlay.Breaks breaks = (StubPlay.Breaks) action;
    Served nothing = new Served(Answer.empty(0), foretold, null, stubbed(), null);
    Content bytes = Content.of(breaks.bytes());
    write(nothing, null, bytes, List.of());
    return new Reply.Now(bytes, breaks.reset() ? Ending.RESET : Ending.CUT);
  }

  private static Map<String, Object> stubbed() {
    return Map.of("bouchon", true);
  }

  private Served ask() {
    try {
      return door.endpoint().serve(request, faults);
    } catch (RuntimeException | StackOverflowError e) {
      failed(e);
      return new Served(
          Visit.text(
              500,
              "Le banc a échoué en traitant cette requête : votre logiciel n'y est pour rien."),
          foretold,
          null,
          Map.of("erreurDuBanc", e.toString()),
          null);
    }
  }

  private void failed(Throwable e) {
    LOG.error("The service {} failed", door.spec().service(), e);
    scribe.benchError("Le service " + door.spec().service() + " a échoué : " + e);
  }

  /** Judges, commits, and says what to write. */
  private Reply conclude(Served served) {
    List<FindingDraft> findings = door.judges().judge(request, served, scribe::benchError);
    Content bytes = bytes(served.answer());
    OptionalLong cut = faults.cut(bytes.size());
    if (cut.isEmpty()) {
      write(served, served.answer().status(), bytes, findings);
      return new Reply.Now(bytes, received.persistent() ? Ending.KEEP : Ending.CLOSE);
    }
    Content half = bytes.region(0, cut.getAsLong());
    write(served, half.size() == 0 ? null : served.answer().status(), half, findings);
    return new Reply.Now(half, Ending.CUT);
  }

  private void write(
      Served served, @Nullable Integer status, Content sent, List<FindingDraft> findings) {
    scribe.write(
        received.tls(),
        served,
        new Entry(
            Kind.HTTP,
            request.method(),
            request.target(),
            status,
            received.raw(),
            received.size(),
            received.truncated(),
            Visit.joined(received.interim(), sent),
            findings,
            faults.played()));
  }

  private Content bytes(Answer answer) {
    String method = received.head().method();
    String version = received.head().version();
    boolean keep = received.persistent();
    Instant now = door.clock().instant().plus(faults.dateShift());
    try {
      return AnswerBytes.of(answer, method, version, keep, now);
    } catch (IllegalArgumentException e) {
      failed(e);
      return AnswerBytes.of(
          Visit.text(500, "Le banc a préparé une réponse incorrecte."), method, version, keep, now);
    }
  }
}
