package fr.socle.features.report;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Refusal;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as a sequence diagram: the LPS on the left, services on the right, time downwards;
 * what the scenario arranged elsewhere is drawn between the exchanges. Lengths are in pixels.
 *
 * @param width width of the drawing
 * @param height height of the drawing
 * @param lanes life lines, the LPS first
 * @param items what happened, in the order of time
 */
record SequenceDiagram(int width, int height, List<Lane> lanes, List<Item> items) {
  private static final int LPS_X = 60;
  private static final int FIRST_SERVICE_X = 400;
  private static final int SERVICE_STEP = 110;
  private static final int TOP = 44;
  private static final int CALL_HEIGHT = 46;
  private static final int LINE_HEIGHT = 15;
  private static final int MAX_CALLS = 80;

  /** Width of an average character at the size of the labels, measured generously. */
  private static final double CHARACTER = 6.9;

  /** A life line. */
  record Lane(int x, String label) {}

  /** A box across the drawing. */
  record Note(int y, int height, String style, String time, List<TextLine> lines) {}

  /** What stands at one height: a note or a call. */
  record Item(@Nullable Note note, @Nullable Call call) {}

  /** One line of text. */
  record TextLine(int y, String text) {}

  /**
   * One exchange.
   *
   * @param style style of its worst finding, empty when it has none
   * @param broken whether it never became a request
   */
  record Call(
      int y,
      int x,
      String anchor,
      String time,
      String request,
      String answer,
      String style,
      boolean struck,
      boolean broken,
      String title) {}

  /** Something to draw at its time. */
  private record Moment(Instant at, int rank, Object what) {}

  static SequenceDiagram of(ScenarioResult scenario, Anchors anchors, FindingIndex findings) {
    return new Drawing(scenario, anchors, findings).draw();
  }

  private static final class Drawing {
    private final ScenarioResult scenario;
    private final Anchors anchors;
    private final FindingIndex findings;
    private final Map<String, Integer> services = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final int width;
    private int y = TOP;

    Drawing(ScenarioResult scenario, Anchors anchors, FindingIndex findings) {
      this.scenario = scenario;
      this.anchors = anchors;
      this.findings = findings;
      for (Exchange exchange : scenario.exchanges()) {
        services.putIfAbsent(exchange.service(), FIRST_SERVICE_X + SERVICE_STEP * services.size());
      }
      width = FIRST_SERVICE_X + SERVICE_STEP * Math.max(0, services.size() - 1) + 50;
    }

    SequenceDiagram draw() {
      List<Moment> moments = new ArrayList<>();
      scenario.timeline().forEach(event -> moments.add(new Moment(event.at(), 0, event)));
      scenario.actions().forEach(action -> moments.add(new Moment(action.startedAt(), 1, action)));
      scenario.exchanges().stream()
          .limit(MAX_CALLS)
          .forEach(exchange -> moments.add(new Moment(exchange.startedAt(), 2, exchange)));
      moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::rank));
      for (Moment moment : moments) {
        if (moment.what() instanceof Exchange exchange) {
          call(exchange);
        } else if (moment.what() instanceof ActionCall action) {
          note("ac", action.startedAt(), textOf(action));
        } else if (moment.what() instanceof TimelineEvent event) {
          note(styleOf(event), event.at(), textOf(event));
        }
      }
      int hidden = scenario.exchanges().size() - MAX_CALLS;
      if (hidden > 0) {
        note(
            "mo",
            scenario.startedAt(),
            "… et " + French.count(hidden, "autre échange", "autres échanges"));
      }
      List<Lane> lanes = new ArrayList<>();
      lanes.add(new Lane(LPS_X, "LPS"));
      services.forEach((name, x) -> lanes.add(new Lane(x, Words.serviceShort(name))));
      return new SequenceDiagram(width, y + 4, List.copyOf(lanes), List.copyOf(items));
    }

    private void note(String style, Instant at, String text) {
      int perLine = (int) ((width - LPS_X - 26) / CHARACTER);
      List<TextLine> lines = new ArrayList<>();
      for (String line : wrapped(text, perLine)) {
        lines.add(new TextLine(y + 14 + LINE_HEIGHT * lines.size(), line));
      }
      int height = 6 + LINE_HEIGHT * lines.size();
      items.add(new Item(new Note(y, height, style, since(at), List.copyOf(lines)), null));
      y += height + 8;
    }

    private void call(Exchange exchange) {
      int x = services.getOrDefault(exchange.service(), FIRST_SERVICE_X);
      int room = (int) ((x - LPS_X - 14) / CHARACTER);
      List<FindingLine> lines =
          findings.lines(
              FindingIndex.on(exchange, ScenarioSection.allFindings(scenario)), scenario.id());
      String name = ExchangeSection.nameOf(exchange);
      Call call =
          new Call(
              y,
              x,
              anchors.exchange(scenario.id(), exchange.sequence()).orElse(""),
              since(exchange.startedAt()),
              cut(exchange.sequence() + ". " + name, room),
              cut(answerOf(exchange) + countOf(lines), room),
              ExchangeSection.worst(lines),
              !exchange.faults().isEmpty(),
              wasRefused(exchange),
              "Échange " + exchange.sequence() + " : " + name + ", " + answerOf(exchange));
      items.add(new Item(null, call));
      y += CALL_HEIGHT;
    }

    /** Whether it never became a request or a command. */
    private static boolean wasRefused(Exchange exchange) {
      return exchange.kind() == Kind.HANDSHAKE || exchange.kind() == Kind.CONNECTION;
    }

    private static String countOf(List<FindingLine> lines) {
      return lines.isEmpty() ? "" : " · " + French.count(lines.size(), "constat");
    }

    private static String answerOf(Exchange exchange) {
      List<String> parts = new ArrayList<>();
      if (!exchange.faults().isEmpty()) {
        parts.add("⚡ " + String.join(", ", exchange.faults()));
      }
      Integer status = exchange.status();
      if (status != null) {
        parts.add(status.toString());
      } else if (wasRefused(exchange)) {
        parts.add("refusée");
      }
      Refusal refusal = exchange.refusal();
      // A fault often bears the name of the refusal it plays.
      if (refusal != null && !exchange.faults().contains(refusal.code())) {
        parts.add("refus " + refusal.code());
      }
      parts.add(French.duration(Duration.ofNanos(exchange.durationMicros() * 1000)));
      return String.join(" · ", parts);
    }

    private String since(Instant at) {
      return "+" + French.duration(Duration.between(scenario.startedAt(), at));
    }

    private static String textOf(ActionCall action) {
      String message = action.message();
      return "▶ "
          + action.name()
          + " : "
          + ScenarioSection.statusOf(action.status())
          + (message == null || message.isBlank() ? "" : ", «\u00a0" + message + "\u00a0»");
    }

    private static String textOf(TimelineEvent event) {
      String prefix =
          switch (event.kind()) {
            case PANNE -> "⚡ Panne : ";
            case FIN_DE_PANNE -> "Fin de panne : ";
            case AILLEURS -> "Ailleurs : ";
            case MONDE -> "Monde : ";
            case VIEILLISSEMENT -> "Le temps passe : ";
          };
      return prefix + event.text();
    }

    private static String styleOf(TimelineEvent event) {
      return switch (event.kind()) {
        case PANNE, FIN_DE_PANNE -> "pa";
        case AILLEURS -> "ai";
        case MONDE, VIEILLISSEMENT -> "mo";
      };
    }
  }

  /** A text in lines of at most so many characters, cut at blanks where there are some. */
  static List<String> wrapped(String text, int perLine) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > perLine) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(cut(word, perLine));
    }
    lines.add(line.toString());
    return List.copyOf(lines);
  }

  /** The text, its end replaced by an ellipsis when it is longer than this. */
  static String cut(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
