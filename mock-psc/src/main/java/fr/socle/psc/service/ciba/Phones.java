package fr.socle.psc.service.ciba;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phones and card readers of the professionals of a space: what asks for them, and what they
 * answer, now or as said in advance. Nobody sleeps: an answer in thirty seconds is one that counts
 * from that moment of the space's time. Thread-safe.
 */
public final class Phones {
  private final PendingRequests pending;
  private final PhoneScript script;

  Phones(PendingRequests pending, PhoneScript script) {
    this.pending = pending;
    this.script = script;
  }

  /** The requests of a space, until a little after they expire, oldest first. */
  public List<PhoneRequest> requests() {
    return pending.all();
  }

  /** Those that somebody can answer now. */
  public List<PhoneRequest> waiting(String nationalId) {
    return pending.all().stream()
        .filter(PhoneRequest::answerable)
        .filter(one -> one.request().nationalId().equals(nationalId))
        .toList();
  }

  /**
   * Answers the oldest request that waits.
   *
   * @param requestId its identifier, absent for any
   * @param nationalId its person, absent for anybody
   * @param reaction an answer
   * @param after how long from now
   * @return false when no such request waits
   */
  public boolean answer(
      @Nullable String requestId, @Nullable String nationalId, Reaction reaction, Duration after) {
    return pending.answer(
        request ->
            (requestId == null || requestId.equals(request.id()))
                && (nationalId == null || nationalId.equals(request.nationalId())),
        reaction,
        after);
  }

  /**
   * Says what happens with the requests to come.
   *
   * @param nationalId whose, absent for anybody's
   * @param after how long after the request
   * @param times how many of them; absent = all, until the window closes
   * @return false when too much was said and not played
   */
  public boolean say(
      @Nullable String nationalId, Reaction reaction, Duration after, @Nullable Integer times) {
    PhoneScript.Line line = new PhoneScript.Line(reaction, after);
    if (times != null) {
      return script.say(nationalId, line, times);
    }
    script.say(nationalId, line);
    return true;
  }

  /** Forgets what was said in advance. */
  public void forgetScript() {
    script.reset();
  }
}
