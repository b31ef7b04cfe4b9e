package fr.socle.exigences;

import fr.socle.exigences.RuleSource.Effect;
import java.util.Collection;

/**
 * The law of verdicts, written once: from what was seen of a requirement to what the bench says.
 *
 * <p>A blocking breach wins over everything, also over a failure of the bench; a reserve never
 * becomes a non-conformity; the driver's word alone never makes a requirement {@code conforme}; an
 * assumption never judges.
 */
public final class VerdictLaw {

  private final SourcePolicy policy;

  /** The law under a policy on second-hand sources. */
  public VerdictLaw(SourcePolicy policy) {
    this.policy = policy;
  }

  /** Which sources may make a requirement {@code non_conforme}. */
  public enum SourcePolicy {
    /** National texts, public standards and numbered requirements read through a third party. */
    ALL,
    /** National texts and public standards only ({@code --sources texte}). */
    TEXT_ONLY
  }

  /** What a breach of a rule with this source does under the policy. */
  public Effect effectOf(RuleSource source) {
    if (policy == SourcePolicy.TEXT_ONLY && source == RuleSource.SECONDE_MAIN) {
      return Effect.RESERVE;
    }
    return source.effect();
  }

  /** Verdict of one requirement from everything that counts for or against it. */
  public Verdict verdictOf(Collection<Judgement> judgements) {
    boolean blocked = false;
    boolean reserved = false;
    boolean undecided = false;
    boolean judgedOnFact = false;
    boolean judgedOnWord = false;
    for (Judgement judgement : judgements) {
      if (judgement instanceof Judgement.Undecided) {
        undecided = true;
      } else if (judgement instanceof Judgement.Found found) {
        Effect effect = effectOf(found.source());
        blocked |= effect == Effect.BLOQUANT;
        reserved |= effect == Effect.RESERVE;
      } else if (judgement instanceof Judgement.Expected expected) {
        Effect effect = effectOf(expected.source());
        if (effect == Effect.INFORMATION) {
          continue;
        }
        judgedOnFact |= expected.basis() != Basis.DECLARE;
        judgedOnWord |= expected.basis() == Basis.DECLARE;
        blocked |= !expected.ok() && effect == Effect.BLOQUANT;
        reserved |= !expected.ok() && effect == Effect.RESERVE;
      }
    }
    if (blocked) {
      return Verdict.NON_CONFORME;
    }
    if (undecided) {
      return Verdict.INDETERMINE;
    }
    if (reserved) {
      return Verdict.RESERVE;
    }
    if (judgedOnFact) {
      return Verdict.CONFORME;
    }
    return judgedOnWord ? Verdict.CONFORME_DECLARE : Verdict.NON_COUVERT;
  }
}
