package fr.socle.lps.insi;

/** What INSi answered to one verification. */
public sealed interface VerificationAnswer {

  /** How the trace of the call names this answer (INS/va1.06). */
  String traced();

  /** The INS is that of these traits. */
  record Valid() implements VerificationAnswer {

    @Override
    public String traced() {
      return "00";
    }
  }

  /** It is not. */
  record NotValid() implements VerificationAnswer {

    @Override
    public String traced() {
      return "01";
    }
  }

  /**
   * No usable answer: it tells nothing of the INS.
   *
   * @param reason short French reason
   */
  record Unavailable(String reason) implements VerificationAnswer {

    @Override
    public String traced() {
      return reason;
    }
  }
}
