package fr.socle.mss.check;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.CheckBook.Page;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.SequenceCheck.SequenceFindings;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The book of the mail, without a listener in front. */
final class Judged {
  static final CheckBook BOOK = MssChecks.book();

  private Judged() {}

  /** The rules that a letter breaks. */
  static Set<String> rules(Letter letter) {
    return rules(MssChecks.MESSAGE, letter.submitted());
  }

  static Set<String> rules(String transaction, Object message) {
    Page<?> page = BOOK.pages().get(transaction);
    if (page == null) {
      throw new IllegalArgumentException("no page " + transaction);
    }
    return rules(page, message);
  }

  /** The rules that a window breaks. */
  static Set<String> sequences(List<Observed<?>> window) {
    Set<String> rules = new TreeSet<>();
    for (SequenceCheck check : BOOK.sequences()) {
      check.judge(
          new WindowTraffic(window),
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
    return rules;
  }

  private static <M> Set<String> rules(Page<M> page, Object message) {
    Set<String> rules = new TreeSet<>();
    CheckedExchange<M> exchange =
        new CheckedExchange<>(
            page.message().cast(message),
            new IncomingRequest(
                "mss.smtp", "", "", Headers.none(), new byte[0], TlsFacts.clear(), Instant.EPOCH),
            Answer.empty(250));
    page.checks()
        .forEach(
            check ->
                check.judge(
                    exchange, (location, expected, found, mend) -> rules.add(check.rule().id())));
    return rules;
  }
}
