package fr.socle.lps.mss.client;

/** The mail did not do what was wanted of it; the message is French, for the user. */
public final class MailFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean passing;
  private final String answer;

  /**
   * @param passing whether it may succeed later
   * @param answer what the server answered, empty when it did not
   */
  public MailFailure(String message, boolean passing, String answer) {
    super(message);
    this.passing = passing;
    this.answer = answer;
  }

  public boolean passing() {
    return passing;
  }

  /** What the server answered, as it is kept in the traces. */
  public String answer() {
    return answer;
  }

  public String told() {
    return String.valueOf(getMessage());
  }
}
