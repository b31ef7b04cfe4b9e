package fr.socle.lps.actions;

import fr.socle.lps.psc.EndedSession;
import fr.socle.lps.psc.PscSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sits at the workstation, if anybody is logged in. The user acts on one thread; notices of Pro
 * Santé Connect come on others. Thread-safe.
 */
final class Seat {

  static final String NOBODY = "Connectez-vous d'abord avec Pro Santé Connect.";

  private @Nullable PscSession session;
  private Instant lastActivity = Instant.EPOCH;
  private String whyEmpty = NOBODY;
  private Runnable whenLeft = () -> {};

  /** Somebody logged in. */
  synchronized void take(PscSession opened, Instant now) {
    session = opened;
    lastActivity = now;
  }

  synchronized Optional<PscSession> session() {
    return Optional.ofNullable(session);
  }

  /** What to tell a user who acts without being logged in. */
  synchronized String whyEmpty() {
    return whyEmpty;
  }

  /** The same session goes on with newer tokens; false when it was closed meanwhile. */
  synchronized boolean goOn(PscSession before, PscSession after, Instant now) {
    if (session != before) {
      return false;
    }
    session = after;
    lastActivity = now;
    return true;
  }

  /** Who is told when the session was closed. */
  synchronized void whenLeft(Runnable told) {
    whenLeft = told;
  }

  /** Closes the session, if one is open, and forgets its tokens. */
  Optional<PscSession> leave(String why) {
    Optional<PscSession> left;
    Runnable told;
    synchronized (this) {
      left = session();
      session = null;
      whyEmpty = why;
      told = whenLeft;
    }
    if (left.isPresent()) {
      told.run();
    }
    return left;
  }

  /** Closes the session if it is the one that Pro Santé Connect ended. */
  void endedElsewhere(EndedSession ended, boolean anyOne) {
    boolean concerned;
    synchronized (this) {
      concerned = session != null && (anyOne || ended.concerns(session));
    }
    if (concerned) {
      leave("Votre session a été fermée par Pro Santé Connect : reconnectez-vous.");
    }
  }

  /** Whether nobody did anything for that long. */
  synchronized boolean idleFor(Duration delay, Instant now) {
    return session != null && !now.isBefore(lastActivity.plus(delay));
  }

  /** Lets the time pass, as far as inactivity is concerned. */
  synchronized void idleSince(Instant instant) {
    lastActivity = instant;
  }
}
