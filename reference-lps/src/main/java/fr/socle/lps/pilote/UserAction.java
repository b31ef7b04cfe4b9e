package fr.socle.lps.pilote;

/**
 * One business act of the user, as the driver contract names it.
 *
 * <p>{@link #prepare} is called on a network thread, possibly several at a time, and must only read
 * its input; the {@link Prepared} act runs later on the one thread of the user, one act after the
 * other.
 */
public interface UserAction {

  /** The name in the driver contract, for instance {@code creer-dossier}. */
  String name();

  /**
   * Checks the input and binds it to the act.
   *
   * @throws InputRefused when the input breaks the contract
   */
  Prepared prepare(Input input);

  /** An act whose input is known to be good. */
  @FunctionalInterface
  interface Prepared {

    /** Performs the act; a failure that a user can meet is an {@link Outcome}, not an exception. */
    Outcome perform() throws InterruptedException;
  }

  /** An action out of a name and a function. */
  static UserAction of(String name, java.util.function.Function<Input, Prepared> preparation) {
    return new UserAction() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Prepared prepare(Input input) {
        return preparation.apply(input);
      }
    };
  }
}
