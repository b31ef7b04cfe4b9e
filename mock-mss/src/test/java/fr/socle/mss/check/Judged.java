package fr.socle.mss.check;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.CheckBook.Page;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import java.time.Instant;
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
