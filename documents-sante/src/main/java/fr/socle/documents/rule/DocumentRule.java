package fr.socle.documents.rule;

import fr.socle.bench.check.Findings;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A rule on a document or its metadata. It names no requirement: the service that received the
 * document knows which of its requirements a breach counts against. However many breaches a
 * document has, the first twenty are told and the others counted, long values cut short.
 *
 * @param <D> what is judged
 * @param id stable identifier, such as {@code CDA-EN-04}
 * @param source what kind of text says so
 * @param sourceKey sheet, section and tag
 * @param title what is asked, one French sentence
 * @param judge finds what is wrong
 */
public record DocumentRule<D>(
    String id, RuleSource source, String sourceKey, String title, Judge<D> judge) {

  /** Sets a bound to what the judge says. */
  public DocumentRule {
    judge = judge instanceof Bounded<D> ? judge : new Bounded<>(judge);
  }

  /**
   * Finds what is wrong in a document. Keeps no state; may be called from several threads.
   *
   * @param <D> what is judged
   */
  @FunctionalInterface
  public interface Judge<D> {
    /** Judges one document. */
    void judge(D document, Findings findings);
  }

  /** The same rule as one of a service. */
  public Rule against(List<String> requirements) {
    return new Rule(id, source, sourceKey, requirements, title);
  }

  /**
   * Judges what came in one message: the bound is that of the message, not of each of its
   * documents, and each finding says which document it is about before it says where.
   */
  public void judgeEach(Iterable<D> documents, Function<D, String> name, Findings findings) {
    judgeEach(documents, Function.identity(), name, findings);
  }

  /** The same on what holds the documents. */
  public <T> void judgeEach(
      Iterable<T> holders, Function<T, D> document, Function<T, String> name, Findings findings) {
    Judge<D> whole = whole();
    BoundedFindings first = new BoundedFindings(findings);
    holders.forEach(each -> whole.judge(document.apply(each), new Named(name.apply(each), first)));
    first.end();
  }

  private Judge<D> whole() {
    return judge instanceof Bounded<D> bounded ? bounded.judge : judge;
  }

  /** Tells the first findings of a judge. */
  private record Bounded<D>(Judge<D> judge) implements Judge<D> {
    @Override
    public void judge(D document, Findings findings) {
      BoundedFindings first = new BoundedFindings(findings);
      judge.judge(document, first);
      first.end();
    }
  }

  /** Writes what is judged before the place. */
  private record Named(String name, Findings out) implements Findings {
    @Override
    public void add(String location, String expected, String found, String mend) {
      add(() -> location, expected, found, mend);
    }

    @Override
    public void add(Supplier<String> location, String expected, String found, String mend) {
      out.add(
          () -> name.isEmpty() ? location.get() : name + ", " + location.get(),
          expected,
          found,
          mend);
    }
  }
}
