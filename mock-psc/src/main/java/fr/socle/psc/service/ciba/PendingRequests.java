package fr.socle.psc.service.ciba;

import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.PresentedAuthReqId;
import fr.socle.psc.service.PresentedAuthReqId.Pace;
import fr.socle.psc.service.PresentedAuthReqId.State;
import fr.socle.psc.service.PscFault;
import fr.socle.psc.service.SpaceTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The CIBA requests of a space, until a little after they expire. Bounded: beyond 10,000 a new one
 * is not taken, so that none of those held is lost. Thread-safe.
 */
final class PendingRequests {
  private static final int MOST = 10_000;
  private static final Duration BETWEEN_PURGES = Duration.ofSeconds(1);

  private final SpaceTime time;
  private final Map<String, PendingRequest> byId = new LinkedHashMap<>();
  private Instant purgeAt = Instant.MIN;

  PendingRequests(SpaceTime time) {
    this.time = time;
  }

  /** Takes a request, unless too many are held. */
  synchronized boolean add(CibaRequest request, String authReqId, PhoneScript.Line reaction) {
    Instant now = time.now();
    if (!now.isBefore(purgeAt)) {
      byId.values().removeIf(one -> !now.isBefore(one.request().forgottenAt()));
      purgeAt = now.plus(BETWEEN_PURGES);
    }
    if (byId.size() >= MOST) {
      return false;
    }
    byId.put(
        request.id(),
        new PendingRequest(request, AuthReqIds.mark(authReqId), time.onWire(now), reaction));
    return true;
  }

  /** A client asks for the result of a request; the order of the answers is Keycloak's. */
  synchronized PresentedAuthReqId poll(String id, String clientId, FaultPlan faults) {
    Instant now = time.now();
    PendingRequest pending = living(id, now);
    if (pending == null) {
      return new PresentedAuthReqId(State.FORGOTTEN, id, false, null);
    }
    if (!pending.request().clientId().equals(clientId)) {
      return new PresentedAuthReqId(State.OTHER_CLIENT, id, false, null);
    }
    Pace pace = pending.polled(time.onWire(now));
    State state = state(pending, now, faults);
    switch (state) {
      case TOO_EARLY -> pending.slowedDown();
      case PENDING, ACCEPTED -> pending.letThrough(now);
      default -> pending.finallyAnswered();
    }
    return new PresentedAuthReqId(state, id, false, pace);
  }

  /** Whether an altered {@code auth_req_id} is the beginning of one that is held. */
  synchronized boolean begins(String altered) {
    String mark = AuthReqIds.mark(altered);
    return !mark.isEmpty() && byId.values().stream().anyMatch(one -> one.hasMark(mark));
  }

  /** Spends a request; false when it was spent before. */
  synchronized boolean use(String id) {
    PendingRequest pending = byId.get(id);
    if (pending == null || pending.used()) {
      return false;
    }
    pending.use();
    pending.finallyAnswered();
    return true;
  }

  /** Notes that a client received an answer after which it has nothing left to ask. */
  synchronized void close(String id) {
    PendingRequest pending = byId.get(id);
    if (pending != null) {
      pending.finallyAnswered();
    }
  }

  /** The request of an identifier. */
  synchronized Optional<CibaRequest> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(PendingRequest::request);
  }

  /**
   * Answers the oldest request that waits and that is meant; first among those that nobody has
   * answered for later.
   *
   * @param after how long from now
   * @return whether there was one
   */
  synchronized boolean answer(Predicate<CibaRequest> meant, Reaction reaction, Duration after) {
    Instant now = time.now();
    List<PendingRequest> waiting =
        byId.values().stream().filter(one -> one.waits(now) && meant.test(one.request())).toList();
    Optional<PendingRequest> answered =
        waiting.stream()
            .filter(one -> !one.planned())
            .findFirst()
            .or(() -> waiting.stream().findFirst());
    answered.ifPresent(one -> one.answer(reaction, now.plus(after)));
    return answered.isPresent();
  }

  /** All those that are not forgotten, oldest first. */
  synchronized List<PhoneRequest> all() {
    Instant now = time.now();
    return byId.values().stream()
        .filter(one -> now.isBefore(one.request().forgottenAt()))
        .map(one -> one.shown(now))
        .toList();
  }

  /** Forgets everything. */
  synchronized void reset() {
    byId.clear();
  }

  private static State state(PendingRequest pending, Instant now, FaultPlan faults) {
    if (pending.used()) {
      return State.USED;
    }
    boolean alive = pending.statusAt(now) != Status.EXPIREE;
    if (alive && faults.strikes(PscFault.CIBA_EXPIRE)) {
      pending.cutShort();
    }
    Status status = pending.statusAt(now);
    if (status == Status.EXPIREE) {
      return State.EXPIRED;
    }
    if (pending.tooEarly(now)) {
      return State.TOO_EARLY;
    }
    if (faults.strikes(PscFault.CIBA_SLOW_DOWN)) {
      pending.letThrough(now);
      return State.TOO_EARLY;
    }
    return switch (status) {
      case EN_ATTENTE -> State.PENDING;
      case ACCEPTEE -> State.ACCEPTED;
      default -> State.DENIED;
    };
  }

  private @Nullable PendingRequest living(String id, Instant now) {
    PendingRequest pending = byId.get(id);
    return pending == null || !now.isBefore(pending.request().forgottenAt()) ? null : pending;
  }
}
