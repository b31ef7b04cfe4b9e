package fr.socle.app.champs;

import fr.socle.app.champs.SessionScript.Said;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.SessionEndpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cuts the exchanges of a window in sessions, each from the greeting of its service to the next
 * one. What a service says first is journaled with the first exchange: a service that lets its
 * client speak first, as LDAP does, has no sessions here.
 */
final class RecordedSessions {
  private final Function<Exchange, RawExchange> journal;
  private final Function<Exchange, SessionEndpoint> doors;
  private final Function<Exchange, TlsFacts> tls;

  /**
   * The sessions that a journal holds.
   *
   * @param journal the bytes of an exchange
   * @param doors the door that an exchange went through
   * @param tls what TLS tells of an exchange once it is there
   */
  RecordedSessions(
      Function<Exchange, RawExchange> journal,
      Function<Exchange, SessionEndpoint> doors,
      Function<Exchange, TlsFacts> tls) {
    this.journal = journal;
    this.doors = doors;
    this.tls = tls;
  }

  /** The sessions of a window that went as they should: no fault played, no refusal. */
  List<SessionScript> of(List<Exchange> window) {
    Map<String, List<Exchange>> byListener = new LinkedHashMap<>();
    for (Exchange exchange : window) {
      if (exchange.kind() == Exchange.Kind.SESSION) {
        byListener.computeIfAbsent(exchange.listener(), l -> new ArrayList<>()).add(exchange);
      }
    }
    List<SessionScript> scripts = new ArrayList<>();
    byListener.forEach(
        (listener, exchanges) -> {
          byte[] greeting = greeting(doors.apply(exchanges.get(0)));
          if (greeting.length > 0) {
            sessions(exchanges, greeting).stream()
                .filter(RecordedSessions::isCorrect)
                .map(this::script)
                .forEach(scripts::add);
          }
        });
    return scripts;
  }

  private static byte[] greeting(SessionEndpoint door) {
    try (SessionReplay replay = new SessionReplay(door, TlsFacts.clear())) {
      return replay.greeting();
    }
  }

  private List<List<Exchange>> sessions(List<Exchange> exchanges, byte[] greeting) {
    List<List<Exchange>> sessions = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      byte[] said = journal.apply(exchange).response();
      if (said.length >= greeting.length
          && Arrays.equals(said, 0, greeting.length, greeting, 0, greeting.length)) {
        sessions.add(new ArrayList<>());
      }
      // One that began before the window is not whole.
      if (!sessions.isEmpty()) {
        sessions.get(sessions.size() - 1).add(exchange);
      }
    }
    return sessions;
  }

  private static boolean isCorrect(List<Exchange> session) {
    return session.stream().allMatch(each -> each.faults().isEmpty() && each.refusal() == null);
  }

  private SessionScript script(List<Exchange> session) {
    List<Said> said = new ArrayList<>();
    for (Exchange exchange : session) {
      byte[] bytes = journal.apply(exchange).request();
      // What the service said by itself, in IDLE, was no answer.
      if (bytes.length > 0) {
        said.add(new Said(exchange, bytes, false));
      }
    }
    Exchange known =
        session.stream()
            .filter(each -> each.clientCertificate() != null)
            .findFirst()
            .orElse(session.get(0));
    return new SessionScript(tls.apply(known), said);
  }
}
