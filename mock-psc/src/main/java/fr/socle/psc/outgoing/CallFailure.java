package fr.socle.psc.outgoing;

/** A call that got no answer. */
public final class CallFailure extends Exception {
  private final Kind kind;

  CallFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why there is no answer. */
  public enum Kind {
    /** Nobody answered there. */
    UNREACHABLE,
    /** The answer took too long. */
    LATE,
    /** What came was no answer, or too long a one. */
    BROKEN
  }

  /** Why there is no answer. */
  public Kind kind() {
    return kind;
  }
}
