package fr.socle.bench.wire;

import java.time.Duration;

/**
 * What a listener puts up with.
 *
 * @param head bytes of request line and headers
 * @param body bytes of a body; beyond, it is counted but not kept, and answered 413
 * @param drained bytes of a body read in order to answer 413; beyond, the connection is closed
 * @param idle how long a connection may say nothing
 * @param whole how long a request may take to arrive, however little by little
 */
public record WireLimits(int head, long body, long drained, Duration idle, Duration whole) {
  private static final long MIB = 1024 * 1024;

  /** The limits of a bench unless told: 10 MiB a body. */
  public static WireLimits defaults() {
    return new WireLimits(
        32 * 1024, 10 * MIB, 256 * MIB, Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  /** These limits with another size of body. */
  public WireLimits withBody(long bytes) {
    return new WireLimits(head, bytes, Math.max(drained, bytes), idle, whole);
  }

  /** These limits with other times. */
  public WireLimits withTimes(Duration silence, Duration request) {
    return new WireLimits(head, body, drained, silence, request);
  }
}
