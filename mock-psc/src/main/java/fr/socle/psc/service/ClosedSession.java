package fr.socle.psc.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a logout has just ended, while the relying parties are being told. */
public final class ClosedSession {
  private final List<String> noticeIds;
  private final List<Frame> frames;
  private final CompletableFuture<?> allAnswered;
  private final LogoutNotices notices;

  ClosedSession(
      List<String> noticeIds,
      List<Frame> frames,
      CompletableFuture<?> allAnswered,
      LogoutNotices notices) {
    this.noticeIds = List.copyOf(noticeIds);
    this.frames = List.copyOf(frames);
    this.allAnswered = allAnswered;
    this.notices = notices;
  }

  /**
   * An address that the browser has to open to tell a relying party.
   *
   * @param address declared address
   * @param parameters what its query gets besides
   */
  public record Frame(String address, Map<String, String> parameters) {}

  static ClosedSession nothing() {
    return new ClosedSession(
        List.of(), List.of(), CompletableFuture.completedFuture(null), new LogoutNotices());
  }

  /** Addresses for the browser. */
  public List<Frame> frames() {
    return frames;
  }

  /**
   * Waits until every relying party has answered, but not longer than this.
   *
   * @return what became of the notices so far
   */
  public List<LogoutNotice> await(Duration most) {
    try {
      allAnswered.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // the rest is told by the state of the service
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a notice has an outcome, never a failure", e);
    }
    return notices.of(noticeIds);
  }
}
