package fr.socle.psc.service;

import fr.socle.bench.world.Professional;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the person in front of the login page does when a scenario said so in advance. Holds for all
 * authorization requests until said otherwise. Thread-safe.
 */
public final class LoginScript {
  private final AtomicReference<@Nullable Step> step = new AtomicReference<>();

  /** What a person can do. */
  public enum Behaviour {
    /** Logs in. */
    ACCEPTER,
    /** Refuses, on the page or on the phone. */
    REFUSER,
    /** Leaves the page until it is too late. */
    ABANDONNER,
    /** Nobody answers: the page stays. */
    PERSONNE
  }

  /**
   * What was said.
   *
   * @param behaviour what the person does
   * @param who who it is, present when somebody logs in
   */
  public record Step(Behaviour behaviour, @Nullable Professional who) {}

  /** Says what happens next. */
  public void say(Step next) {
    step.set(next);
  }

  /** What was said, if anything. */
  public Optional<Step> next() {
    return Optional.ofNullable(step.get());
  }

  /** Forgets it: the page waits for a person again. */
  public void reset() {
    step.set(null);
  }
}
