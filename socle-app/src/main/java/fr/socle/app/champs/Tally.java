package fr.socle.app.champs;

import fr.socle.app.champs.FieldProof.Subject;
import fr.socle.app.champs.SessionReplay.Played;
import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook.Page;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.SequenceCheck.SequenceFindings;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.Told;
import fr.socle.exigences.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Judges what is altered by the checks of its service, and counts which rules fire. */
final class Tally {
  private final Map<String, Subject> subjects;
  private final Set<String> inPlay = new TreeSet<>();
  private final Map<String, Set<String>> fired = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<String> untouched = new TreeSet<>();
  private final Map<String, Integer> skipped = new TreeMap<>();
  private final Set<String> failures = new TreeSet<>();
  private int exchanges;
  private int tried;

  /**
   * Nothing yet.
   *
   * @param subjects services by name
   */
  Tally(Map<String, Subject> subjects) {
    this.subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
  }

  /** What is recorded is about this service too: its sessions are altered, its rules must fire. */
  void isAbout(String service) {
    inPlay.add(service);
  }

  /** Whether what is recorded is about the service of this exchange. */
  boolean isInPlay(Exchange exchange) {
    return inPlay.contains(exchange.service());
  }

  /** The door of a listener of lines. */
  SessionEndpoint door(Exchange exchange) {
    return subject(exchange).instance().sessions(exchange.listener());
  }

  /** Something recorded could not be played again. */
  void skips(String reason) {
    skipped.merge(reason, 1, Integer::sum);
  }

  /** An alteration made the bench itself fail. */
  void fails(String label, RuntimeException why) {
    failures.add(label + " : " + why);
  }

  /** The service that received an exchange. */
  Subject subject(Exchange exchange) {
    Subject subject = subjects.get(exchange.service());
    if (subject == null) {
      throw new IllegalArgumentException("no service " + exchange.service());
    }
    return subject;
  }

  /** What was found on an exchange as it was recorded. */
  void untouched(Exchange exchange) {
    exchange.findings().forEach(finding -> untouched.add(finding.rule()));
  }

  /** One more exchange is altered. */
  void exchange() {
    exchanges++;
  }

  /** One more alteration is tried. */
  void tries() {
    tried++;
  }

  /** Alterations tried so far. */
  int tried() {
    return tried;
  }

  /** An alteration makes a rule fire. */
  void fire(String rule, String label) {
    counts.merge(rule, 1, Integer::sum);
    fired.computeIfAbsent(rule, r -> new LinkedHashSet<>()).add(label);
  }

  /** Judges a window, and counts the rules that did not fire before. */
  void sequence(List<Observed<?>> traffic, Set<String> before, String label) {
    fire(sequenceRules(traffic), before, label);
  }

  /** Counts the rules that did not fire before. */
  void fire(Set<String> rules, Set<String> before, String label) {
    for (String rule : rules) {
      if (!before.contains(rule)) {
        fire(rule, label);
      }
    }
  }

  /** The rules that fire on a window. */
  Set<String> sequenceRules(List<Observed<?>> traffic) {
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

  /** The rules that fire on what was served. */
  Set<String> rules(Subject subject, IncomingRequest request, Served served) {
    Page<?> page =
        served.transaction() == null ? null : subject.book().pages().get(served.transaction());
    Object message = served.message();
    return page == null || message == null || !page.message().isInstance(message)
        ? Set.of()
        : judge(page, message, request, served);
  }

  /** The rules that fire on what was said in a session; none while the exchange goes on. */
  Set<String> rules(Exchange exchange, Played played) {
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
    return rules(subject(exchange), request, served);
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

  /**
   * Rules of the services that are altered; what several judge has to fire in the first of them.
   */
  private Stream<String> rulesInPlay() {
    Map<String, String> owners = new LinkedHashMap<>();
    subjects.forEach(
        (name, subject) ->
            subject.book().rules().map(Rule::id).forEach(rule -> owners.putIfAbsent(rule, name)));
    return owners.entrySet().stream()
        .filter(each -> inPlay.contains(each.getValue()))
        .map(Map.Entry::getKey);
  }

  /** The table of everything proved so far. */
  FieldTable table() {
    List<FieldTable.Row> rows = new ArrayList<>();
    Set<String> silent = new TreeSet<>();
    Map<String, String> beyond = BeyondFields.reasons();
    rulesInPlay()
        .sorted()
        .forEach(
            rule -> {
              Set<String> by = fired.getOrDefault(rule, Set.of());
              if (by.isEmpty() && !beyond.containsKey(rule)) {
                silent.add(rule);
              }
              rows.add(new FieldTable.Row(rule, counts.getOrDefault(rule, 0), List.copyOf(by)));
            });
    return new FieldTable(
        exchanges,
        tried,
        rows,
        List.copyOf(untouched),
        List.copyOf(silent),
        skipped,
        List.copyOf(failures));
  }
}
