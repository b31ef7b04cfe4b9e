package fr.socle.app;

/** Exit codes of the command line beside those of a run. */
final class ExitStatus {
  /** Everything went well. */
  static final int OK = 0;

  /** Wrong usage or configuration. */
  static final int USAGE = 2;

  /** Undetermined, or an error of ours. */
  static final int UNDECIDED = 3;

  private ExitStatus() {}
}
