package fr.socle.lps.psc;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that stands: who logged in, when, and the tokens, of which only the one to exchange
 * leaves this package.
 */
public final class PscSession {

  // The application session must not outlive the PSC one: 4 h, psc.md 1.3 (S: TRANSPORT).
  private static final Duration LONGEST = Duration.ofHours(4);

  private final ProfessionalProfile profile;
  private final String subject;
  private final @Nullable String sessionId;
  private final @Nullable String nonce;
  private final Tokens tokens;
  private final Instant since;

  /**
   * A login that has just been checked.
   *
   * @param nonce nonce of its authorization request, null when it was made without browser
   */
  PscSession(
      ProfessionalProfile profile,
      String subject,
      @Nullable String sessionId,
      @Nullable String nonce,
      Tokens tokens,
      Instant since) {
    this.profile = profile;
    this.subject = subject;
    this.sessionId = sessionId;
    this.nonce = nonce;
    this.tokens = tokens;
    this.since = since;
  }

  public ProfessionalProfile profile() {
    return profile;
  }

  /** Whether the login is too old to go on with. */
  public boolean over(Instant now) {
    return !now.isBefore(since.plus(LONGEST));
  }

  /** Its {@code session_state} at the provider, empty when the ID token names none. */
  public String state() {
    return sessionId == null ? "" : sessionId;
  }

  /**
   * What is exchanged for the token of an API (psc.md 2.6), and joined to a call of INSi in the
   * mode of Pro Santé Connect, whose transport is assumed (insi.md 2.3 (A)).
   */
  public String subjectToken() {
    return tokens.access();
  }

  String subject() {
    return subject;
  }

  /** Its {@code sid}, null when the ID token names none. */
  @Nullable String sessionId() {
    return sessionId;
  }

  @Nullable String nonce() {
    return nonce;
  }

  /** Whether the browser holds a session of the provider too. */
  boolean throughBrowser() {
    return nonce != null; // a browser login always has one, a login without browser never
  }

  Tokens tokens() {
    return tokens;
  }

  PscSession with(Tokens newer) {
    return new PscSession(profile, subject, sessionId, nonce, newer, since);
  }

  PscSession with(ProfessionalProfile newer) {
    return new PscSession(newer, subject, sessionId, nonce, tokens, since);
  }
}
