package fr.socle.psc.check;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Rule;
import fr.socle.psc.PscMock;
import fr.socle.psc.PscOnPaper;
import fr.socle.psc.PscOnPaper.Recorded;
import java.util.ArrayList;
import java.util.List;

/** Runs the book of checks over what a test exchanged. */
public final class Verdicts {
  private static final CheckBook BOOK = new PscMock().checks();

  private Verdicts() {}

  /** What one check found. */
  record Found(Rule rule, String location, String expected, String found, String mend) {}

  /** Rules that the last exchange breaks. */
  public static List<String> ofLast(PscOnPaper psc) {
    List<Recorded> traffic = psc.traffic();
    return ids(findings(traffic.get(traffic.size() - 1)));
  }

  /** Rules that some exchange of the test breaks. */
  public static List<String> ofAll(PscOnPaper psc) {
    return psc.traffic().stream().flatMap(one -> ids(findings(one)).stream()).distinct().toList();
  }

  /** Rules that the whole window breaks. */
  public static List<String> ofWindow(PscOnPaper psc) {
    return ids(sequenceFindings(psc));
  }

  static List<Found> findings(Recorded recorded) {
    CheckBook.Page<?> page =
        recorded.served().transaction() == null
            ? null
            : BOOK.pages().get(recorded.served().transaction());
    return page == null ? List.of() : findings(page, recorded);
  }

  static List<Found> sequenceFindings(PscOnPaper psc) {
    List<Observed<?>> observed = new ArrayList<>();
    for (Recorded recorded : psc.traffic()) {
      observed.add(
          new Observed<Object>(
              exchange(observed.size() + 1, recorded), recorded.served().message()));
    }
    List<Found> all = new ArrayList<>();
    for (SequenceCheck check : BOOK.sequences()) {
      check.judge(
          new WindowTraffic(observed),
          new SequenceCheck.SequenceFindings() {
            @Override
            public void add(
                long sequence, String location, String expected, String found, String mend) {
              all.add(new Found(check.rule(), location, expected, found, mend));
            }

            @Override
            public void addAbsence(String expected, String found, String mend) {
              all.add(new Found(check.rule(), "", expected, found, mend));
            }
          });
    }
    return all;
  }

  private static <M> List<Found> findings(CheckBook.Page<M> page, Recorded recorded) {
    List<Found> all = new ArrayList<>();
    CheckedExchange<M> exchange =
        new CheckedExchange<>(
            page.message().cast(recorded.served().message()),
            recorded.request(),
            recorded.served().answer());
    for (Check<M> check : page.checks()) {
      check.judge(
          exchange,
          (location, expected, found, mend) ->
              all.add(new Found(check.rule(), location, expected, found, mend)));
    }
    return all;
  }

  private static List<String> ids(List<Found> findings) {
    return findings.stream().map(one -> one.rule().id()).distinct().toList();
  }

  private static Exchange exchange(long sequence, Recorded recorded) {
    return new Exchange(
        sequence,
        "e1",
        "f1",
        "psc",
        recorded.request().listener(),
        Exchange.Kind.HTTP,
        recorded.served().transaction(),
        recorded.request().receivedAt(),
        1,
        recorded.request().method(),
        recorded.request().target(),
        recorded.served().answer().status(),
        null,
        new JsonMapper().valueToTree(recorded.served().decoded()),
        recorded.served().refusal(),
        recorded.faults(),
        0,
        0,
        List.of());
  }
}
