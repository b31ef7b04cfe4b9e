package fr.socle.lps.proxy.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was asked of this proxy and how it ended (psc.md 2.7). Thread-safe. */
final class TraceLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 10_000;

  private final Clock clock;
  private final Defects defects;
  private final Deque<Line> lines = new ArrayDeque<>();

  TraceLog(Clock clock, Defects defects) {
    this.clock = clock;
    this.defects = defects;
  }

  private record Line(Instant at, ObjectNode text) {}

  /** A login that was refused. */
  void refused(Asker asker, InetSocketAddress from) {
    ObjectNode line = begun("CONNECT_FAILURE", asker.nationalId(), from);
    if (!asker.clientId().isEmpty()) {
      line.put("clientId", asker.clientId());
    }
    write(line);
  }

  /** Something that happened in a session. */
  void write(String type, OpenSession session, InetSocketAddress from) {
    write(ofSession(type, session, from));
  }

  /** A call of an API. */
  void sent(OpenSession session, InetSocketAddress from, String api, String method, String path) {
    ObjectNode line = ofSession("SEND", session, from);
    if (!defects.has(Mutant.PROXY_EDITEUR_TRACES_INCOMPLETES)) {
      line.putObject("apiRequest").put("nomApiPsc", api).put("methode", method).put("path", path);
    }
    write(line);
  }

  /** Those between two instants, the first included. */
  synchronized ArrayNode between(Instant start, Instant end) {
    ArrayNode found = JSON.createArrayNode();
    lines.stream()
        .filter(line -> !line.at().isBefore(start) && !line.at().isAfter(end))
        .forEach(line -> found.add(line.text()));
    return found;
  }

  private ObjectNode ofSession(String type, OpenSession session, InetSocketAddress from) {
    return begun(type, session.nationalId(), from)
        .put("clientId", session.software().clientId())
        .put("proxy_id_session", session.id())
        .put("session_state", session.login().state());
  }

  private ObjectNode begun(String type, String nationalId, InetSocketAddress from) {
    ObjectNode line = JSON.createObjectNode();
    line.put("type", type).put("IdRPPS", nationalId);
    line.put("ipAddress", from.getAddress().getHostAddress());
    line.putArray("ports").add(from.getPort());
    return line;
  }

  private synchronized void write(ObjectNode line) {
    boolean omitted = line.path("type").asText().equals("CONNECT_REPLAY");
    if (omitted && defects.has(Mutant.PROXY_EDITEUR_TRACE_OUBLIEE)) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    line.put("timestamp", now.toString());
    lines.add(new Line(now, line));
    if (lines.size() > MOST) {
      lines.removeFirst();
    }
  }
}
