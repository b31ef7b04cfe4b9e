package fr.socle.app.champs;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.Peer;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says again, to the service that heard them, what a client said in a session. */
final class SessionReplay implements AutoCloseable {
  private static final SessionLink LINK =
      new SessionLink() {
        @Override
        public void wake() {
          // What is said again has already been said: nothing is waited for.
        }

        @Override
        public Peer peer() {
          return Peer.unknown();
        }
      };

  private final Session session;
  private final TlsFacts secured;
  private final byte[] greeting;
  private TlsFacts tls;
  private Awaits awaits;
  private boolean over;

  /**
   * A session that begins.
   *
   * @param endpoint where it is opened
   * @param secured what TLS tells once it is there
   */
  SessionReplay(SessionEndpoint endpoint, TlsFacts secured) {
    this.session = endpoint.open(LINK);
    this.secured = secured;
    this.tls = endpoint.beginsWithTls() ? secured : TlsFacts.clear();
    Step first = session.greet();
    this.greeting = first.answer().all();
    this.awaits = first.awaits();
  }

  /**
   * What became of an exchange.
   *
   * @param told what it was; null when it goes on, the session being over
   * @param tls what TLS told of the connection
   * @param message where the data of a message begins in its bytes; less than zero without data
   */
  record Played(@Nullable Told told, TlsFacts tls, int message) {}

  /** The first words of the service. */
  byte[] greeting() {
    return greeting.clone();
  }

  /** Whether nothing more can be said. */
  boolean isOver() {
    return over;
  }

  /**
   * Says an exchange.
   *
   * @param bytes all that the client says in it; what the service does not wait for is dropped
   * @param hurried whether the client said more without waiting for the answer
   * @param faults what disturbs the service
   */
  Played play(byte[] bytes, boolean hurried, RequestFaults faults) {
    int at = 0;
    int message = -1;
    TlsFacts spoken = tls;
    while (!over && at < bytes.length) {
      int end = end(bytes, at);
      if (awaits instanceof Awaits.Until) {
        message = at;
      }
      Content unit = Content.of(Arrays.copyOfRange(bytes, at, end));
      at = end;
      Step step = session.received(new Unit(unit, true, hurried, tls), faults);
      for (Supplier<Step> work = step.work(); work != null; work = step.work()) {
        step = work.get();
      }
      awaits = step.awaits();
      over = step.then() == Then.CLOSE;
      if (over && (step.told() == null || step.answer().size() == 0)) {
        throw new IllegalStateException("the session ends without a word");
      }
      if (step.then() == Then.START_TLS) {
        tls = secured;
      }
      if (step.told() != null) {
        return new Played(step.told(), spoken, message);
      }
    }
    return new Played(null, spoken, message);
  }

  /** Where the unit ends that the service waits for. */
  private int end(byte[] bytes, int from) {
    if (awaits instanceof Awaits.Bytes count) {
      return (int) Math.min(bytes.length, from + count.count());
    }
    String mark = awaits instanceof Awaits.Until until ? until.mark() : "\n";
    int seen = awaits instanceof Awaits.Until until ? until.seen() : 0;
    byte[] wanted = mark.getBytes(StandardCharsets.US_ASCII);
    int at = RecordedRequest.indexOf(bytes, wanted, from - seen);
    return at < 0 ? bytes.length : at + wanted.length;
  }

  /** All the exchanges of a script, in order, until the session is over. */
  static List<Played> all(SessionEndpoint endpoint, SessionScript script, RequestFaults faults) {
    List<Played> all = new ArrayList<>();
    try (SessionReplay replay = new SessionReplay(endpoint, script.tls())) {
      for (SessionScript.Said said : script.said()) {
        if (replay.isOver()) {
          break;
        }
        all.add(replay.play(said.bytes(), said.hurried(), faults));
      }
    }
    return all;
  }

  @Override
  public void close() {
    session.close();
  }
}
