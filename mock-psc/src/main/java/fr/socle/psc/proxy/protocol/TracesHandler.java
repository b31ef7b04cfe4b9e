package fr.socle.psc.proxy.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Parameters;
import fr.socle.bench.http.Served;
import fr.socle.psc.proxy.service.Trace;
import fr.socle.psc.proxy.service.Traces;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /traces} on the wire: {@code start} is mandatory, psc.md 2.7 (S: PROXY). */
final class TracesHandler {
  private static final JsonMapper JSON = new JsonMapper();

  private final Traces traces;

  TracesHandler(Traces traces) {
    this.traces = traces;
  }

  Served read(IncomingRequest request) {
    Parameters query = request.query();
    Instant start;
    @Nullable Instant end;
    try {
      start =
          query
              .first("start")
              .map(TracesHandler::instant)
              .orElseThrow(() -> new DateTimeException("no start"));
      end =
          query
              .first("end")
              .filter(text -> !text.isEmpty())
              .map(TracesHandler::instant)
              .orElse(null);
    } catch (DateTimeException e) {
      return new Served(
          ProxyAnswers.error(400, "start est obligatoire ; start et end sont des dates-heures"),
          ProxyTransactions.TRACES,
          new TracesMessage(false, 400, List.of()),
          Map.of(),
          new Refusal(
              "400",
              "Donnez start, et end si vous voulez, comme 2026-03-02T09:30:00Z (le signe + d'un"
                  + " décalage s'écrit %2B)."));
    }
    List<Map<String, Object>> found =
        traces.between(start, end).stream().map(Trace::members).toList();
    byte[] body = bytes(found);
    return new Served(
        new Answer(200, Headers.none().with("Content-Type", "application/json"), body),
        ProxyTransactions.TRACES,
        new TracesMessage(false, 200, parse(body)),
        Map.of("traces", found.size()),
        null);
  }

  /** The traces of an answer; none when it is no array. */
  static List<JsonNode> parse(byte[] body) {
    try {
      List<JsonNode> traces = new ArrayList<>();
      JsonNode read = JSON.readTree(body);
      if (read.isArray()) {
        read.forEach(traces::add);
      }
      return traces;
    } catch (IOException e) {
      return List.of();
    }
  }

  // The query decoder made a blank of the + of an offset that was not escaped
  private static Instant instant(String text) {
    return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
  }

  private static byte[] bytes(List<Map<String, Object>> found) {
    try {
      return JSON.writeValueAsBytes(found);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("traces are plain values", e);
    }
  }
}
