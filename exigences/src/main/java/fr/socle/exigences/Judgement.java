package fr.socle.exigences;

/**
 * One fact that counts for or against a requirement.
 *
 * <p>The four forms are all the law knows; {@link VerdictLaw} turns a set of them into a verdict.
 */
public sealed interface Judgement {

  /**
   * An expectation of a scenario was looked at.
   *
   * @param basis on what it rests
   * @param ok whether it holds
   * @param source source of the requirement it judges
   */
  record Expected(Basis basis, boolean ok, RuleSource source) implements Judgement {}

  /**
   * A check found a breach.
   *
   * @param source source of the rule
   */
  record Found(RuleSource source) implements Judgement {}

  /** The LPS does not do it, or no driver can. */
  record NotCovered() implements Judgement {}

  /** Something that is not the LPS failed: bench, driver or machine. */
  record Undecided() implements Judgement {}
}
