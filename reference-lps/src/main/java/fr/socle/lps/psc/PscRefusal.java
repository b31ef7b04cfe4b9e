package fr.socle.lps.psc;

/** This software refuses what it received from Pro Santé Connect: nothing of it is kept. */
public final class PscRefusal extends PscProblem {

  private static final long serialVersionUID = 1L;

  PscRefusal(String message) {
    super(message);
  }
}
