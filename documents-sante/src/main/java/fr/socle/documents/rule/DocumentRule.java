package fr.socle.documents.rule;

import fr.socle.bench.check.Findings;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.List;

/**
 * A rule on a document or its metadata. It names no requirement: the service that received the
 * document knows which of its requirements a breach counts against.
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
}
