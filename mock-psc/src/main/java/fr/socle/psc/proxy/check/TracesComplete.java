package fr.socle.psc.proxy.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.psc.proxy.protocol.ConnectMessage;
import fr.socle.psc.proxy.protocol.DisconnectMessage;
import fr.socle.psc.proxy.protocol.SendMessage;
import fr.socle.psc.proxy.protocol.TracesMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * When the traces of an editor's proxy are read, they hold everything that was asked of it in the
 * window until then, and since the beginning of what was asked for.
 */
final class TracesComplete implements SequenceCheck {
  private static final Rule RULE =
      RelayedChecks.rule("PRX-09", "PSC-PX-08", "Les traces disent tout ce qui a été demandé.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    for (Observed<?> reading : traffic.exchanges()) {
      if (reading.message() instanceof TracesMessage traces
          && traces.relayed()
          && traces.status() == 200) {
        Instant start = start(reading);
        Map<String, Integer> wanted = new TreeMap<>();
        for (Observed<?> each : traffic.exchanges()) {
          String type = type(each);
          if (!type.isEmpty()
              && each.exchange().sequence() < reading.exchange().sequence()
              && !each.exchange().startedAt().isBefore(start)) {
            wanted.merge(type, 1, Integer::sum);
          }
        }
        wanted.forEach((type, count) -> compare(reading, traces, type, count, findings));
      }
    }
  }

  private static void compare(
      Observed<?> reading,
      TracesMessage traces,
      String type,
      int wanted,
      SequenceFindings findings) {
    long found =
        traces.traces().stream()
            .map(trace -> trace.path("type"))
            .map(JsonNode::asText)
            .filter(type::equals)
            .count();
    if (found < wanted) {
      findings.add(
          reading.exchange().sequence(),
          "traces de type " + type,
          Integer.toString(wanted),
          Long.toString(found),
          "Écrivez une trace pour chaque appel reçu, avant de répondre.");
    }
  }

  private static String type(Observed<?> each) {
    if (each.message() instanceof ConnectMessage message && message.relayed()) {
      return switch (message.status()) {
        case 200 -> "CONNECT_SUCCESS";
        case 304 -> "CONNECT_REPLAY";
        default -> "CONNECT_FAILURE";
      };
    }
    if (each.message() instanceof DisconnectMessage message
        && message.relayed()
        && message.status() == 200) {
      return "DISCONNECT";
    }
    return each.message() instanceof SendMessage message
            && message.relayed()
            && message.status() != 401
        ? "SEND"
        : "";
  }

  private static Instant start(Observed<?> reading) {
    String target = String.valueOf(reading.exchange().target());
    int at = target.indexOf("start=");
    int end = at < 0 ? -1 : target.indexOf('&', at);
    String text =
        at < 0 ? "" : target.substring(at + 6, end < 0 ? target.length() : end).replace("%3A", ":");
    try {
      return OffsetDateTime.parse(text.replace("%2B", "+")).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
