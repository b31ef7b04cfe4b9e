package fr.socle.app.champs;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.CheckBook.Page;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.SequenceCheck.SequenceFindings;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.exigences.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Alters every recorded correct exchange in every place and looks which rules fire: a rule that
 * nothing fires, or that fires on an untouched message, is a rule nobody should trust.
 *
 * <p>An altered request is served again by the service that received the original, and judged by
 * its checks; sequence checks judge the window with the altered exchange in it, and the window with
 * one exchange missing or played twice.
 *
 * <p>In messages with documents, a place that many have is altered in the first shapes that have
 * it, not in all: a document holds thousands of places, nearly all of them those of the one before.
 */
public final class FieldProof {
  /** How often one place of a message with documents is altered in one way. */
  private static final int TRIES = 3;

  private final Alterations alterations;
  private final Map<String, Subject> subjects;
  private final Map<String, Set<String>> fired = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<String> untouched = new TreeSet<>();
  private final Set<String> shapes = new LinkedHashSet<>();
  private final Map<String, Integer> tries = new HashMap<>();
  private int exchanges;
  private int tried;

  /**
   * A proof over services.
   *
   * @param subjects services by name
   * @param alterations what is tried
   */
  FieldProof(Map<String, Subject> subjects, Alterations alterations) {
    this.subjects = Map.copyOf(subjects);
    this.alterations = alterations;
  }

  /**
   * One service as it was when it was recorded.
   *
   * @param instance the service in the space of the recording
   * @param book its checks
   */
  public record Subject(ServiceInstance instance, CheckBook book) {}

  /**
   * One recorded exchange.
   *
   * @param exchange exchange as in the journal, with its findings
   * @param request request as received
   */
  public record Recorded(Exchange exchange, IncomingRequest request) {}

  /** Proves one window of correct exchanges, in order. */
  void prove(List<Recorded> window) {
    List<Observed<?>> traffic = new ArrayList<>();
    for (Recorded recorded : window) {
      recorded.exchange().findings().forEach(finding -> untouched.add(finding.rule()));
      traffic.add(observed(recorded.exchange(), serve(recorded, recorded.request())));
    }
    Set<String> before = sequenceRules(traffic);
    for (int i = 0; i < window.size(); i++) {
      Recorded recorded = window.get(i);
      List<Observed<?>> without = new ArrayList<>(traffic);
      without.remove(i);
      sequence(without, before, name(recorded) + " absent");
      List<Observed<?>> twice = new ArrayList<>(traffic);
      twice.add(i, traffic.get(i));
      sequence(twice, before, name(recorded) + " joué deux fois");
      if (shapes.add(shape(recorded))) {
        exchanges++;
        alter(recorded, i, traffic, before);
      }
    }
  }

  private void alter(
      Recorded recorded, int index, List<Observed<?>> traffic, Set<String> sequenceBefore) {
    Set<String> before = rules(recorded, recorded.request());
    boolean isLarge = MultipartBody.announcedBy(contentType(recorded.request()));
    for (Alteration alteration : alterations.of(recorded.request())) {
      String label = name(recorded) + " : " + alteration.label();
      if (isLarge && tries.merge(label, 1, Integer::sum) > TRIES) {
        continue;
      }
      tried++;
      IncomingRequest request = alteration.request();
      Served served = serve(recorded, request);
      for (String rule : rules(recorded, request, served)) {
        if (!before.contains(rule)) {
          fire(rule, label);
        }
      }
      List<Observed<?>> altered = new ArrayList<>(traffic);
      altered.set(index, observed(recorded.exchange(), served));
      sequence(altered, sequenceBefore, label);
    }
  }

  /** Alterations tried so far. */
  int tried() {
    return tried;
  }

  /** The table of everything proved so far. */
  FieldTable table() {
    List<FieldTable.Row> rows = new ArrayList<>();
    Set<String> silent = new TreeSet<>();
    Map<String, String> beyond = BeyondFields.reasons();
    subjects.values().stream()
        .flatMap(subject -> subject.book().rules())
        .map(Rule::id)
        .distinct()
        .sorted()
        .forEach(
            rule -> {
              Set<String> by = fired.getOrDefault(rule, Set.of());
              if (by.isEmpty() && !beyond.containsKey(rule)) {
                silent.add(rule);
              }
              rows.add(new FieldTable.Row(rule, counts.getOrDefault(rule, 0), List.copyOf(by)));
            });
    return new FieldTable(exchanges, tried, rows, List.copyOf(untouched), List.copyOf(silent));
  }

  private void fire(String rule, String label) {
    counts.merge(rule, 1, Integer::sum);
    fired.computeIfAbsent(rule, r -> new LinkedHashSet<>()).add(label);
  }

  private void sequence(List<Observed<?>> traffic, Set<String> before, String label) {
    for (String rule : sequenceRules(traffic)) {
      if (!before.contains(rule)) {
        fire(rule, label);
      }
    }
  }

  private Set<String> sequenceRules(List<Observed<?>> traffic) {
    Set<String> rules = new TreeSet<>();
    WindowTraffic window = new WindowTraffic(traffic);
    for (Subject subject : subjects.values()) {
      for (SequenceCheck check : subject.book().sequences()) {
        check.judge(
            window,
            new SequenceFindings() {
              @Override
              public void add(
                  long sequence, String location, String expected, String found, String mend) {
                rules.add(check.rule().id());
              }

              @Override
              public void addAbsence(String expected, String found, String mend) {
                rules.add(check.rule().id());
              }
            });
      }
    }
    return rules;
  }

  private Set<String> rules(Recorded recorded, IncomingRequest request) {
    return rules(recorded, request, serve(recorded, request));
  }

  private Set<String> rules(Recorded recorded, IncomingRequest request, Served served) {
    Page<?> page =
        served.transaction() == null
            ? null
            : subject(recorded).book().pages().get(served.transaction());
    Object message = served.message();
    return page == null || message == null || !page.message().isInstance(message)
        ? Set.of()
        : judge(page, message, request, served);
  }

  private static <M> Set<String> judge(
      Page<M> page, Object message, IncomingRequest request, Served served) {
    Set<String> rules = new TreeSet<>();
    CheckedExchange<M> exchange =
        new CheckedExchange<>(page.message().cast(message), request, served.answer());
    for (Check<M> check : page.checks()) {
      check.judge(exchange, (location, expected, found, mend) -> rules.add(check.rule().id()));
    }
    return rules;
  }

  private Served serve(Recorded recorded, IncomingRequest request) {
    return subject(recorded)
        .instance()
        .endpoint(request.listener())
        .serve(request, RequestFaults.none());
  }

  private Subject subject(Recorded recorded) {
    Subject subject = subjects.get(recorded.exchange().service());
    if (subject == null) {
      throw new IllegalArgumentException("no service " + recorded.exchange().service());
    }
    return subject;
  }

  private static Observed<?> observed(Exchange exchange, Served served) {
    return new Observed<>(exchange, served.message());
  }

  private static String name(Recorded recorded) {
    String transaction = recorded.exchange().transaction();
    return transaction == null ? recorded.exchange().service() : transaction;
  }

  /** Exchanges of one transaction with the same parameters and header names are altered once. */
  private static String shape(Recorded recorded) {
    IncomingRequest request = recorded.request();
    StringBuilder shape = new StringBuilder(name(recorded)).append(' ').append(request.method());
    shape.append(' ').append(request.path().split("/").length);
    request.query().list().forEach(p -> shape.append(' ').append(p.name()));
    String type = contentType(request);
    if (type.contains("form")) {
      request.form().list().forEach(p -> shape.append(' ').append(p.name()));
      request.form().first("grant_type").ifPresent(shape::append);
    }
    if (MultipartBody.announcedBy(type)) {
      MultipartBody body = MultipartBody.read(type, request.body());
      body.parts().stream()
          .filter(MultipartBody.Part::isXml)
          .flatMap(part -> XmlAlterations.places(body.content(part)).stream())
          .distinct() // a list that is longer has nothing more to alter
          .forEach(place -> shape.append(' ').append(place));
    } else if (type.contains("xml")) {
      XmlAlterations.places(request.body()).forEach(place -> shape.append(' ').append(place));
    }
    return shape.toString();
  }

  private static String contentType(IncomingRequest request) {
    return request.headers().first("Content-Type").orElse("");
  }
}
