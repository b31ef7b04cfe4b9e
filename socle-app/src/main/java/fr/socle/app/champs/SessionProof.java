package fr.socle.app.champs;

import fr.socle.app.champs.FieldProof.Subject;
import fr.socle.app.champs.SessionReplay.Played;
import fr.socle.app.champs.SessionScript.Said;
import fr.socle.bench.check.Condensable;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.Told;
import fr.socle.mss.service.MailFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Alters the recorded sessions of the mail, and the messages sent in them. A session is said again
 * from its first word; altered messages are said one after the other in one session, and refused
 * once they are read, so that no mailbox is filled with them.
 */
final class SessionProof {
  /** How often one place of a message, and of a document in it, is altered in one way. */
  private static final int TRIES = 3;

  private static final int TRIES_IN_DOCUMENTS = 1;

  /** A service that reads a message, and then takes it for a virus. */
  private static final RequestFaults REFUSED =
      new RequestFaults() {
        @Override
        public Optional<Map<String, String>> take(String name) {
          return name.equals(MailFault.VIRUS.label()) ? Optional.of(Map.of()) : Optional.empty();
        }

        @Override
        public Optional<Map<String, String>> take(
            String name, Predicate<Map<String, String>> suits) {
          return take(name).filter(suits);
        }
      };

  private final Tally tally;
  private final SessionAlterations alterations;
  private final MailAlterations mail = new MailAlterations();
  private final Set<String> shapes = new LinkedHashSet<>();
  private final Map<String, Integer> tries = new HashMap<>();

  /**
   * A proof over services of sessions.
   *
   * @param tally the services, and what was found
   * @param alterations what is tried on sessions
   */
  SessionProof(Tally tally, SessionAlterations alterations) {
    this.tally = tally;
    this.alterations = alterations;
  }

  /** Proves the correct sessions of one window. */
  void prove(List<SessionScript> window) {
    for (SessionScript script : window) {
      script.said().forEach(said -> tally.untouched(said.exchange()));
      Subject subject = subject(script);
      SessionEndpoint endpoint = endpoint(script);
      List<Played> played = SessionReplay.all(endpoint, script);
      if (played.stream().anyMatch(each -> each.told() == null || isRefused(each))) {
        // A token that is worth nothing any more, a mailbox that was closed since.
        continue;
      }
      if (shapes.add(shape(script))) {
        tally.exchange();
        sessions(script, subject, played);
      }
      messages(script, subject, played);
    }
  }

  private static boolean isRefused(Played played) {
    Told told = played.told();
    return told != null && told.refusal() != null;
  }

  private Subject subject(SessionScript script) {
    return tally.subject(script.said().get(0).exchange());
  }

  private SessionEndpoint endpoint(SessionScript script) {
    return subject(script).instance().sessions(script.said().get(0).exchange().listener());
  }

  private void sessions(SessionScript script, Subject subject, List<Played> played) {
    Set<String> before = rules(script, subject, played);
    for (SessionAlterations.Altered altered : alterations.of(script)) {
      tally.tries();
      List<Played> other = SessionReplay.all(endpoint(script), altered.script());
      tally.fire(
          rules(altered.script(), subject, other), before, "session : " + altered.label());
    }
  }

  /** What fires on a session: on each exchange, and on all of them together. */
  private Set<String> rules(SessionScript script, Subject subject, List<Played> played) {
    Set<String> rules = new TreeSet<>();
    List<Observed<?>> traffic = new ArrayList<>();
    for (int i = 0; i < played.size(); i++) {
      Exchange exchange = script.said().get(i).exchange();
      Told told = played.get(i).told();
      if (told != null) {
        rules.addAll(judged(subject, exchange, played.get(i)));
        traffic.add(new Observed<>(exchange, condensed(told.message())));
      }
    }
    rules.addAll(tally.sequenceRules(traffic));
    return rules;
  }

  private static @Nullable Object condensed(@Nullable Object message) {
    return message instanceof Condensable large ? large.condensed() : message;
  }

  private Set<String> judged(Subject subject, Exchange exchange, Played played) {
    Told told = played.told();
    if (told == null) {
      return Set.of();
    }
    Served served =
        new Served(
            new Answer(told.status() == null ? 0 : told.status(), Headers.none(), new byte[0]),
            told.transaction().isEmpty() ? null : told.transaction(),
            told.message(),
            told.decoded(),
            told.refusal());
    IncomingRequest request =
        new IncomingRequest(
            exchange.listener(),
            told.verb(),
            told.target(),
            Headers.none(),
            new byte[0],
            played.tls(),
            exchange.startedAt());
    return tally.rules(subject, request, served);
  }

  private void messages(SessionScript script, Subject subject, List<Played> played) {
    for (int i = 0; i < played.size(); i++) {
      int at = played.get(i).message();
      if (at >= 0) {
        SubmittedText text = SubmittedText.of(script.said().get(i).bytes(), at);
        if (shapes.add(MailAlterations.shape(text.message()))) {
          tally.exchange();
          message(script, i, subject, text);
        }
      }
    }
  }

  private void message(SessionScript script, int index, Subject subject, SubmittedText text) {
    Said said = script.said().get(index);
    Opened opened = new Opened(script, index);
    try {
      Set<String> before = judged(subject, said.exchange(), opened.play(text.bytes()));
      for (MailAlterations.Altered altered : mail.of(text.message())) {
        String label = "message : " + altered.label();
        int most = altered.isOfDocument() ? TRIES_IN_DOCUMENTS : TRIES;
        if (tries.merge(label, 1, Integer::sum) <= most) {
          byte[] bytes = text.saying(altered.message().get());
          tally.tries();
          tally.fire(judged(subject, said.exchange(), opened.play(bytes)), before, label);
        }
      }
      for (TextAlterations.Altered altered : text.envelopes()) {
        byte[] bytes = altered.text().getBytes(StandardCharsets.ISO_8859_1);
        String label = "enveloppe : " + altered.gesture();
        tally.tries();
        tally.fire(judged(subject, said.exchange(), opened.play(bytes)), before, label);
      }
    } finally {
      opened.close();
    }
  }

  /** A session opened as far as what comes before a message, and opened again when it ended. */
  private final class Opened implements AutoCloseable {
    private final SessionScript script;
    private final int index;
    private @Nullable SessionReplay replay;

    private Opened(SessionScript script, int index) {
      this.script = script;
      this.index = index;
    }

    private Played play(byte[] bytes) {
      SessionReplay current = replay;
      if (current == null) {
        current = new SessionReplay(endpoint(script), script.tls());
        replay = current;
        for (Said before : script.said().subList(0, index)) {
          // A message that came before is not delivered again.
          current.play(before.bytes(), before.hurried(), REFUSED);
        }
      }
      Played played = current.play(bytes, false, REFUSED);
      if (current.isOver() || played.told() == null) {
        close();
      }
      return played;
    }

    @Override
    public void close() {
      SessionReplay current = replay;
      replay = null;
      if (current != null) {
        current.close();
      }
    }
  }

  /** Sessions of one shape say the same things, with the same mechanisms, over the same TLS. */
  private static String shape(SessionScript script) {
    StringBuilder shape = new StringBuilder(script.said().get(0).exchange().listener());
    shape.append(' ').append(script.tls().clientChain().isEmpty());
    String last = "";
    for (Said said : script.said()) {
      String name = String.valueOf(said.exchange().transaction());
      if (!name.equals(last)) {
        shape.append(' ').append(name);
      }
      last = name;
    }
    return shape.toString();
  }

  /** Whether it says a session that can be altered: one that goes as far as to authenticate. */
  static boolean isTelling(List<Said> said) {
    return said.stream()
        .map(each -> String.valueOf(each.exchange().transaction()))
        .anyMatch(each -> Arrays.asList(each.split(" ")).contains("AUTH") || each.contains("AUTHENTICATE"));
  }
}
