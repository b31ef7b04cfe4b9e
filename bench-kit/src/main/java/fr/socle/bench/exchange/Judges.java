package fr.socle.bench.exchange;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.CheckBook.Page;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.SequenceCheck.SequenceFindings;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.journal.FindingDraft;
import fr.socle.exigences.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the checks of a service; a check that fails is an error of the bench, never a finding. */
public final class Judges {
  private final CheckBook book;

  /** The checks of a book. */
  public Judges(CheckBook book) {
    this.book = book;
  }

  List<FindingDraft> judge(IncomingRequest request, Served served, Consumer<String> benchError) {
    String transaction = served.transaction();
    Page<?> page = transaction == null ? null : book.pages().get(transaction);
    if (page == null || served.message() == null) {
      return List.of();
    }
    return judge(page, request, served, benchError);
  }

  private static <M> List<FindingDraft> judge(
      Page<M> page, IncomingRequest request, Served served, Consumer<String> benchError) {
    if (!page.message().isInstance(served.message())) {
      benchError.accept(
          "Les contrôles de « "
              + served.transaction()
              + " » attendaient "
              + page.message().getName()
              + " : l'échange n'a pas été jugé.");
      return List.of();
    }
    CheckedExchange<M> exchange =
        new CheckedExchange<>(page.message().cast(served.message()), request, served.answer());
    List<FindingDraft> findings = new ArrayList<>();
    for (Check<M> check : page.checks()) {
      try {
        check.judge(
            exchange,
            (location, expected, found, mend) ->
                findings.add(new FindingDraft(check.rule(), location, expected, found, mend)));
      } catch (RuntimeException | StackOverflowError e) {
        benchError.accept(failed(check.rule(), e));
      }
    }
    return List.copyOf(findings);
  }

  /** Judges a whole window. */
  public List<Finding> judge(WindowTraffic traffic, Consumer<String> benchError) {
    List<Finding> findings = new ArrayList<>();
    for (SequenceCheck check : book.sequences()) {
      try {
        check.judge(traffic, new Collector(check.rule(), findings));
      } catch (RuntimeException | StackOverflowError e) {
        benchError.accept(failed(check.rule(), e));
      }
    }
    return List.copyOf(findings);
  }

  private static String failed(Rule rule, Throwable e) {
    return "Le contrôle " + rule.id() + " a échoué dans le banc : " + e;
  }

  /** Gathers what one sequence check finds. */
  private record Collector(Rule rule, List<Finding> findings) implements SequenceFindings {
    @Override
    public void add(long sequence, String location, String expected, String found, String mend) {
      findings.add(new FindingDraft(rule, location, expected, found, mend).on(sequence));
    }

    @Override
    public void addAbsence(String expected, String found, String mend) {
      findings.add(new FindingDraft(rule, "fenêtre", expected, found, mend).on(null));
    }
  }
}
