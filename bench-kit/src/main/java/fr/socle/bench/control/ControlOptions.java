package fr.socle.bench.control;

import org.jspecify.annotations.Nullable;

/**
 * Where the control API listens, and who may call it.
 *
 * @param host name or address to listen on, such as {@code 127.0.0.1}
 * @param port port; 0 = any free one
 * @param token what callers must present; compulsory when the host is not a loopback one
 */
public record ControlOptions(String host, int port, @Nullable String token) {

  /** On loopback, on any free port, without token. */
  public static ControlOptions loopback() {
    return new ControlOptions("127.0.0.1", 0, null);
  }
}
