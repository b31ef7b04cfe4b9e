package fr.socle.features.report;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Refusal;
import fr.socle.features.model.EvidenceFile;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges, by scenario.
 *
 * @param groups one a scenario that has exchanges, then those outside every scenario
 */
record ExchangeSection(List<Group> groups) {

  /** Exchanges of one scenario; its link leads back to it. */
  record Group(
      String anchor, String rank, String name, Link scenario, String count, List<Card> cards) {
    Group(String anchor, String rank, String name, Link scenario, List<Card> cards) {
      this(anchor, rank, name, scenario, countOf(cards), cards);
    }

    private static String countOf(List<Card> cards) {
      String count = French.count(cards.size(), "échange");
      int findings = cards.stream().mapToInt(card -> card.findings().size()).sum();
      return findings == 0 ? count : count + ", " + French.count(findings, "constat");
    }
  }

  /**
   * One exchange.
   *
   * @param name transaction, or method and path
   * @param outcome status, refusal, faults
   * @param style style of its worst finding, empty when it has none
   * @param findings its findings, numbered
   * @param refusal why the service refused, empty when it did not
   * @param drawn what the page draws when asked
   */
  record Card(
      String anchor,
      long sequence,
      String service,
      String name,
      String line,
      String outcome,
      String weight,
      String style,
      String mark,
      List<FindingLine> findings,
      String refusal,
      String faults,
      String requestFile,
      String responseFile,
      DrawnWhenAsked drawn) {}

  static ExchangeSection of(
      RunReport run, Anchors anchors, FindingIndex findings, Recordings recordings) {
    List<Group> groups = new ArrayList<>();
    int number = 0;
    for (ScenarioResult scenario : run.scenarios()) {
      number++;
      if (!scenario.exchanges().isEmpty()) {
        Source source =
            new Source(
                scenario.id(),
                scenario.space(),
                ScenarioSection.allFindings(scenario),
                scenario.evidence());
        String anchor = anchors.scenario(scenario.id());
        groups.add(
            new Group(
                anchor + "-x",
                Integer.toString(number),
                scenario.name(),
                new Link(anchor, "Retour au scénario"),
                cards(scenario.exchanges(), source, anchors, findings, recordings)));
      }
    }
    if (!run.horsScenario().isEmpty()) {
      Source source = new Source("", null, List.of(), run.horsScenarioEvidence());
      groups.add(
          new Group(
              "h-x",
              "",
              "Hors scénario",
              new Link("", "Reçus entre les scénarios, jugés aussi"),
              cards(run.horsScenario(), source, anchors, findings, recordings)));
    }
    return new ExchangeSection(List.copyOf(groups));
  }

  /** What the exchanges of a group share. */
  private record Source(
      String scenario, @Nullable String space, List<Finding> findings, List<EvidenceFile> files) {
    Optional<EvidenceFile> file(long sequence) {
      return files.stream().filter(file -> file.sequence() == sequence).findFirst();
    }
  }

  /** What an exchange is, in the words of its service where it was recognised. */
  static String nameOf(Exchange exchange) {
    String transaction = exchange.transaction();
    if (transaction != null) {
      // The service stands beside it already.
      String service = Words.serviceShort(exchange.service()) + " ";
      return transaction.startsWith(service)
          ? transaction.substring(service.length())
          : transaction;
    }
    return switch (exchange.kind()) {
      case HTTP, SESSION -> lineOf(exchange);
      case HANDSHAKE -> "Poignée de main TLS";
      case CONNECTION -> "Connexion sans requête";
    };
  }

  /** Style of the worst of these findings, empty when there is none. */
  static String worst(List<FindingLine> lines) {
    for (String style : List.of("nc", "re", "fo")) {
      if (lines.stream().anyMatch(line -> line.style().equals(style))) {
        return style;
      }
    }
    return "";
  }

  private static List<Card> cards(
      List<Exchange> exchanges,
      Source source,
      Anchors anchors,
      FindingIndex index,
      Recordings recordings) {
    List<Card> cards = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      List<Finding> findings = FindingIndex.on(exchange, source.findings());
      List<FindingLine> lines = index.lines(findings, source.scenario());
      Optional<EvidenceFile> file = source.file(exchange.sequence());
      String space = source.space();
      DrawnWhenAsked drawn =
          new DrawnWhenAsked(
              exchange, findings, file, space == null ? exchange.spaceId() : space, recordings);
      Refusal refusal = exchange.refusal();
      String style = worst(lines);
      cards.add(
          new Card(
              anchors.exchange(source.scenario(), exchange.sequence()).orElse(""),
              exchange.sequence(),
              Words.serviceShort(exchange.service()),
              nameOf(exchange),
              exchange.transaction() == null ? "" : lineOf(exchange),
              outcomeOf(exchange),
              weightOf(exchange),
              style,
              lines.stream()
                  .filter(l -> l.style().equals(style))
                  .map(FindingLine::mark)
                  .findFirst()
                  .orElse(""),
              lines,
              refusal == null ? "" : refusal.code() + " : " + refusal.reason(),
              String.join(", ", exchange.faults()),
              file.map(EvidenceFile::request).orElse(""),
              file.map(EvidenceFile::response).orElse(""),
              drawn));
    }
    return List.copyOf(cards);
  }

  private static String lineOf(Exchange exchange) {
    String method = exchange.method();
    String target = exchange.target() == null ? "" : exchange.target();
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query) + "?…";
    return method == null ? path : method + " " + path;
  }

  private static String outcomeOf(Exchange exchange) {
    Integer status = exchange.status();
    if (status != null) {
      return status.toString();
    }
    return switch (exchange.kind()) {
      case HTTP -> "sans réponse";
      case SESSION -> "répondue";
      case HANDSHAKE, CONNECTION -> "refusée";
    };
  }

  private static String weightOf(Exchange exchange) {
    return French.bytes(exchange.requestSize())
        + " reçus, "
        + French.bytes(exchange.responseSize())
        + " envoyés, "
        + French.duration(Duration.ofNanos(exchange.durationMicros() * 1000));
  }
}
