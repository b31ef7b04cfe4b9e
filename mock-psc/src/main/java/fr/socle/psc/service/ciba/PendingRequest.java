package fr.socle.psc.service.ciba;

import fr.socle.psc.service.PresentedAuthReqId.Pace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request, what its person does with it and how its client polls. Guarded by the lock of {@link
 * PendingRequests}. Instants are of the time of the space, unless said to be of the wall clock.
 */
final class PendingRequest {
  private final CibaRequest request;
  private final String mark;
  private final Instant askedOnWall;
  private Reaction reaction;
  private Instant reactsAt;
  private @Nullable Instant allowedAt;
  private @Nullable Instant polledOnWall;
  private int polls;
  private int slowDowns;
  private boolean over;
  private boolean used;
  private boolean cutShort;

  /**
   * A request that has just come.
   *
   * @param mark early part of its {@code auth_req_id}
   * @param askedOnWall when it came, by the wall clock
   */
  PendingRequest(CibaRequest request, String mark, Instant askedOnWall, PhoneScript.Line reaction) {
    this.request = request;
    this.mark = mark;
    this.askedOnWall = askedOnWall;
    this.reaction = reaction.reaction();
    this.reactsAt = request.askedAt().plus(reaction.after());
  }

  CibaRequest request() {
    return request;
  }

  boolean hasMark(String other) {
    return mark.equals(other);
  }

  boolean used() {
    return used;
  }

  void use() {
    used = true;
  }

  void cutShort() {
    cutShort = true;
  }

  void answer(Reaction answer, Instant at) {
    reaction = answer;
    reactsAt = at;
  }

  /** Whether somebody can still answer it, at this moment. */
  boolean waits(Instant now) {
    return statusAt(now) == Status.EN_ATTENTE && reaction != Reaction.IGNORER;
  }

  /** Whether an answer was given, possibly for later. */
  boolean planned() {
    return reaction.isAnswer();
  }

  Status statusAt(Instant now) {
    if (used) {
      return Status.SERVIE;
    }
    if (cutShort || !now.isBefore(request.expiresAt())) {
      return Status.EXPIREE;
    }
    if (!reaction.isAnswer() || now.isBefore(reactsAt)) {
      return Status.EN_ATTENTE;
    }
    return switch (reaction) {
      case ACCEPTER -> Status.ACCEPTEE;
      case AUTRE_NUMERO -> Status.AUTRE_NUMERO;
      default -> Status.REFUSEE;
    };
  }

  /** Whether the interval has not passed since the last poll that was let through. */
  boolean tooEarly(Instant now) {
    Duration interval = request.interval();
    return allowedAt != null && now.isBefore(allowedAt.plus(interval).minus(Pace.grace(interval)));
  }

  /** Notes a poll and says how it was paced. */
  Pace polled(Instant wall) {
    Duration late = Duration.between(askedOnWall.plus(request.life()), wall);
    Pace pace =
        new Pace(
            polledOnWall == null ? null : Duration.between(polledOnWall, wall),
            request.interval(),
            slowDowns,
            late.isNegative() ? Duration.ZERO : late,
            over);
    polledOnWall = wall;
    polls++;
    return pace;
  }

  void letThrough(Instant now) {
    allowedAt = now;
  }

  void slowedDown() {
    slowDowns++;
  }

  void finallyAnswered() {
    over = true;
  }

  PhoneRequest shown(Instant now) {
    return new PhoneRequest(request, statusAt(now), waits(now), polls, slowDowns);
  }
}
