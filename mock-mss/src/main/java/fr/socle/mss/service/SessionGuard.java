package fr.socle.mss.service;

import fr.socle.bench.introspection.TokenIntrospection.UnreachableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends sessions whose token is no longer worth anything (mssante.md 5, line 11): Pro Santé Connect
 * is asked again from time to time. Safe for use by several threads.
 */
public final class SessionGuard {
  private static final Logger LOG = LoggerFactory.getLogger(SessionGuard.class);

  private final MailAccess access;
  private final Duration period;
  private final Clock clock;
  private final ScheduledExecutorService timer;
  private final Set<Post> posts = ConcurrentHashMap.newKeySet();

  /**
   * That of a space.
   *
   * @param period how long between two questions about one session; zero to ask none
   * @param timer wakes sessions that say nothing
   */
  public SessionGuard(
      MailAccess access, Duration period, Clock clock, ScheduledExecutorService timer) {
    this.access = access;
    this.period = period;
    this.clock = clock;
    this.timer = timer;
  }

  /**
   * Watches over a session that was let in.
   *
   * @param token its token, null for one that was let in otherwise, which is never ended
   * @param wake has the session look whether it is over, without waiting
   */
  public Post watch(@Nullable String token, Runnable wake) {
    Post post = new Post(token, wake, clock.instant());
    if (token != null && !period.isZero()) {
      posts.add(post);
      post.comeBack();
    }
    return post;
  }

  /** Makes what is known of the tokens older, and asks again. */
  public void age(Duration by) {
    posts.forEach(each -> each.age(by));
  }

  /** One session that is watched over. */
  public final class Post implements AutoCloseable {
    private final @Nullable String token;
    private final Runnable wake;
    private Instant asked;
    private boolean over;

    private Post(@Nullable String token, Runnable wake, Instant asked) {
      this.token = token;
      this.wake = wake;
      this.asked = asked;
    }

    private synchronized void age(Duration by) {
      asked = asked.minus(by);
      wake.run();
    }

    private void comeBack() {
      try {
        Object unused =
            timer.schedule(this::tick, Math.max(1, period.toMillis()), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("The space closes", e);
      }
    }

    private void tick() {
      if (posts.contains(this)) {
        wake.run();
        comeBack();
      }
    }

    /** Whether the session has to end: asks Pro Santé Connect when it is time to. */
    public synchronized boolean isOver() {
      String known = token;
      if (known == null || over || period.isZero()) {
        return over;
      }
      Instant now = clock.instant();
      if (now.isBefore(asked.plus(period))) {
        return false;
      }
      asked = now;
      try {
        over = !access.isActive(known);
      } catch (UnreachableException e) {
        // Whoever was let in stays until he is known to be out.
        LOG.debug("Pro Santé Connect does not answer about a session", e);
      }
      return over;
    }

    @Override
    public void close() {
      posts.remove(this);
    }
  }
}
