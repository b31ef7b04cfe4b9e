package fr.socle.bench.check;

import fr.socle.exigences.Rule;

/**
 * Judges one exchange. One small class or lambda a rule, listed in one place per transaction.
 *
 * <p>Called once an exchange, on the thread that served it, after the answer was decided: it never
 * changes the answer. It keeps no state and may be called from several threads at once. Anything it
 * throws is an error of the bench.
 *
 * @param <M> decoded message of the transaction
 */
public interface Check<M> {
  /** The rule it applies. */
  Rule rule();

  /** Judges one exchange. */
  void judge(CheckedExchange<M> exchange, Findings findings);

  /** A check from a rule and a lambda. */
  static <M> Check<M> of(Rule rule, Judge<M> judge) {
    return new Check<>() {
      @Override
      public Rule rule() {
        return rule;
      }

      @Override
      public void judge(CheckedExchange<M> exchange, Findings findings) {
        judge.judge(exchange, findings);
      }
    };
  }

  /**
   * The lambda of {@link #of}.
   *
   * @param <M> decoded message of the transaction
   */
  @FunctionalInterface
  interface Judge<M> {
    /** Judges one exchange. */
    void judge(CheckedExchange<M> exchange, Findings findings);
  }
}
