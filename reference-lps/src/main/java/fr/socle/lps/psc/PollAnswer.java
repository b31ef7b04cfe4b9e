package fr.socle.lps.psc;

/** What the provider answers when it is asked for the result of a login without browser. */
sealed interface PollAnswer {

  /** The login is done. */
  record Given(Tokens tokens) implements PollAnswer {}

  /**
   * There are no tokens.
   *
   * @param error OAuth error, such as {@code authorization_pending}
   */
  record NotGiven(String error) implements PollAnswer {}

  /** No answer, or an error of the server: the login may still go on. */
  record OutOfOrder() implements PollAnswer {}
}
